### Fino a quando ordinare, sulle pagine dei prodotti.

order = Ordini entro le { $time } di { $day } per riceverlo entro il { $due }
today = Ordini oggi entro le { $time } per riceverlo entro il { $due }
still = Ancora possibile: { $what }, fino alle { $time } di { $day }
still-today = Ancora possibile oggi fino alle { $time }: { $what }
days =
    { $days ->
        [one] ancora { $days } giorno
       *[other] ancora { $days } giorni
    }
hours = ancora { NUMBER($hours) } h { $minutes }
minutes = ancora { NUMBER($minutes) } min
