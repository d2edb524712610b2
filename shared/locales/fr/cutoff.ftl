### Jusqu’à quand commander, sur les pages des produits. Une espace fine insécable (U+202F) précède
### le deux-points, une espace insécable (U+00A0) les unités.

order = Commandez avant { $day } à { $time } pour le recevoir le { $due }
today = Commandez aujourd’hui avant { $time } pour le recevoir le { $due }
still = Encore possible : { $what }, jusqu’au { $day } à { $time }
still-today = Encore possible aujourd’hui jusqu’à { $time } : { $what }
days =
    { $days ->
        [one] encore { $days } jour
       *[other] encore { $days } jours
    }
hours = encore { NUMBER($hours) } h { $minutes }
minutes = encore { NUMBER($minutes) } min
