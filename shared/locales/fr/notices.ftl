### Ce qu’un avis dit d’un colis, sans qu’on le demande.
###
### Chaque phrase dit ce qui s’est passé ; celle dont le nom finit par « -next » dit ce qui suit.
### Une phrase dont un fait manquerait n’est pas dite : une autre, plus simple, prend sa place.
### Une espace insécable fine précède : ; ! ?, une espace insécable suit n° et un nombre.
###
### $which (text): only, one, some ou all — le seul colis, un parmi d’autres, certains, tous
### $count (number): de combien de colis on parle
### $naming (text): numbered ou bare — si la commande a un numéro
### $number (text): ce numéro, sans sa marque

## De quoi l’on parle

of-order =
    { $naming ->
        [numbered] { " " }de la commande n° { $number }
       *[bare] { "" }
    }
of-your-order =
    { $naming ->
        [numbered] { " " }de votre commande n° { $number }
       *[bare] { " " }de votre commande
    }

# Au début d’une phrase.
subject =
    { $which ->
        [only] Votre colis{ of-order }
        [one] Un des colis{ of-your-order }
        [some] { $count } colis{ of-your-order }
       *[all] Vos { $count } colis{ of-order }
    }

# Dans une phrase, jamais après « de » ou « que ».
object =
    { $which ->
        [only] votre colis{ of-order }
        [one] un des colis{ of-your-order }
        [some] { $count } colis{ of-your-order }
       *[all] vos { $count } colis{ of-order }
    }

working-days =
    { $silent-days ->
        [one] { $silent-days } jour ouvré
       *[other] { $silent-days } jours ouvrés
    }

## Ce que plusieurs espèces d’avis ont en commun

estimated-next = La livraison est estimée au { $estimate }.
follow-next = La suite du trajet s’affichera ici.
decide-next = Dites-nous ce que vous préférez : un conseiller s’en occupe.

## Le transporteur a le colis

shipped-by =
    { $count ->
        [one] { subject } est en route : { $carrier } l’a pris en charge.
       *[other] { subject } sont en route : { $carrier } les a pris en charge.
    }
shipped =
    { $count ->
        [one] { subject } est en route : le transporteur l’a pris en charge.
       *[other] { subject } sont en route : le transporteur les a pris en charge.
    }

## La dernière tournée

out-for-delivery =
    { $count ->
        [one] { subject } est en cours de livraison.
       *[other] { subject } sont en cours de livraison.
    }
out-for-delivery-next = Nous vous préviendrons ici dès que le transporteur confirmera la remise.

## Au point de retrait

ready-for-pickup-at =
    { $count ->
        [one] { subject } vous attend : { $place }.
       *[other] { subject } vous attendent : { $place }.
    }
ready-for-pickup =
    { $count ->
        [one] { subject } est prêt à être retiré, d’après le transporteur.
       *[other] { subject } sont prêts à être retirés, d’après le transporteur.
    }
ready-for-pickup-until-next =
    { $count ->
        [one] Il y est gardé jusqu’au { $kept-until } inclus. Une pièce d’identité peut vous être demandée.
       *[other] Ils y sont gardés jusqu’au { $kept-until } inclus. Une pièce d’identité peut vous être demandée.
    }
ready-for-pickup-next = Une pièce d’identité peut vous être demandée.

## Remis

delivered-signed =
    { $count ->
        [one] { subject } a été livré contre signature ({ $signed-by }), d’après le transporteur.
       *[other] { subject } ont été livrés contre signature ({ $signed-by }), d’après le transporteur.
    }
delivered =
    { $count ->
        [one] { subject } a été livré, d’après le transporteur.
       *[other] { subject } ont été livrés, d’après le transporteur.
    }
delivered-next = Si quelque chose ne va pas, répondez ici : nous regarderons ensemble.

## Un passage sans succès

delivery-attempted-by =
    { $count ->
        [one] { $carrier } est passé pour { object }, mais n’a pas pu le remettre.
       *[other] { $carrier } est passé pour { object }, mais n’a pas pu les remettre.
    }
delivery-attempted =
    { $count ->
        [one] Le transporteur est passé pour { object }, mais n’a pas pu le remettre.
       *[other] Le transporteur est passé pour { object }, mais n’a pas pu les remettre.
    }
delivery-attempted-next = Dès qu’il indiquera la suite, nouveau passage ou point de retrait, nous vous le dirons ici.

## Plus tard que prévu

delayed-from =
    { $count ->
        [one] { subject } a du retard : la livraison est maintenant estimée au { $day }, au lieu du { $missed }.
       *[other] { subject } ont du retard : la livraison est maintenant estimée au { $day }, au lieu du { $missed }.
    }
delayed-to =
    { $count ->
        [one] { subject } a du retard : la livraison est maintenant estimée au { $day }.
       *[other] { subject } ont du retard : la livraison est maintenant estimée au { $day }.
    }
delayed-by = { $carrier } signale un retard pour { object }, sans donner de nouvelle date.
delayed = Le transporteur signale un retard pour { object }, sans donner de nouvelle date.
delayed-to-next = Si cela ne vous convient pas, répondez ici.
delayed-next = Dès qu’il y en aura une, nous vous la dirons ici.

## Plus tôt que prévu

sooner-from =
    { $count ->
        [one] Bonne nouvelle : { object } a de l’avance. La livraison est maintenant estimée au { $day }, au lieu du { $beaten }.
       *[other] Bonne nouvelle : { object } ont de l’avance. La livraison est maintenant estimée au { $day }, au lieu du { $beaten }.
    }
sooner-to = Bonne nouvelle pour { object } : la livraison est avancée au { $day }.
sooner =
    { $count ->
        [one] Bonne nouvelle : { object } a de l’avance sur la date annoncée.
       *[other] Bonne nouvelle : { object } ont de l’avance sur la date annoncée.
    }
sooner-next = Nous vous préviendrons ici si la date change encore.

## Une étiquette, et pas de colis

not-handed-over-for =
    { $count ->
        [one] L’étiquette est prête depuis { working-days } pour { object }, mais le transporteur ne l’a pas encore pris en charge.
       *[other] Les étiquettes sont prêtes depuis { working-days } pour { object }, mais le transporteur ne les a pas encore pris en charge.
    }
not-handed-over =
    { $count ->
        [one] L’étiquette est prête pour { object }, mais le transporteur ne l’a pas encore pris en charge.
       *[other] Les étiquettes sont prêtes pour { object }, mais le transporteur ne les a pas encore pris en charge.
    }
not-handed-over-next = Nous vous préviendrons ici dès qu’il annoncera le départ.

## Personne ne l’a scanné

stalled-for =
    { $count ->
        [one] { subject } n’a pas été scanné depuis { working-days }.
       *[other] { subject } n’ont pas été scannés depuis { working-days }.
    }
stalled =
    { $count ->
        [one] { subject } n’a pas été scanné depuis plusieurs jours.
       *[other] { subject } n’ont pas été scannés depuis plusieurs jours.
    }
stalled-next = Nous continuons de suivre le trajet : chaque nouveau scan s’affichera ici.

## Le jour promis est passé

late-since =
    { $count ->
        [one] { subject } était attendu le { $day } ; le transporteur ne l’a pas encore livré.
       *[other] { subject } étaient attendus le { $day } ; le transporteur ne les a pas encore livrés.
    }
late =
    { $count ->
        [one] { subject } n’a pas été livré au jour annoncé.
       *[other] { subject } n’ont pas été livrés au jour annoncé.
    }
late-estimated-next = La livraison est maintenant estimée au { $estimate }.
late-next = Le transporteur n’a pas donné de nouvelle date ; dès qu’il y en aura une, nous vous la dirons ici.

## Trop tard pour le jour qui compte

will-miss-deadline-unsent =
    { $naming ->
        [numbered] Votre commande n° { $number } n’est pas encore partie, et ne devrait pas arriver pour le { $day }.
       *[bare] Votre commande n’est pas encore partie, et ne devrait pas arriver pour le { $day }.
    }
will-miss-deadline-estimated =
    { $count ->
        [one] { subject } ne devrait pas arriver pour le { $day } : la livraison est estimée au { $estimate }.
       *[other] { subject } ne devraient pas arriver pour le { $day } : la livraison est estimée au { $estimate }.
    }
will-miss-deadline-by =
    { $count ->
        [one] { subject } ne devrait pas arriver pour le { $day }.
       *[other] { subject } ne devraient pas arriver pour le { $day }.
    }
will-miss-deadline =
    { $count ->
        [one] { subject } ne devrait pas arriver à temps.
       *[other] { subject } ne devraient pas arriver à temps.
    }
will-miss-deadline-next = Mieux vaut le savoir maintenant : dites-nous ce que vous préférez.

## Bientôt plus au point de retrait

pickup-reminder-at =
    { $count ->
        [one] { subject } vous attend encore, jusqu’au { $day } inclus : { $place }.
       *[other] { subject } vous attendent encore, jusqu’au { $day } inclus : { $place }.
    }
pickup-reminder-until =
    { $count ->
        [one] { subject } vous attend encore au point de retrait, jusqu’au { $day } inclus.
       *[other] { subject } vous attendent encore au point de retrait, jusqu’au { $day } inclus.
    }
pickup-reminder =
    { $count ->
        [one] { subject } vous attend encore au point de retrait, pour peu de temps.
       *[other] { subject } vous attendent encore au point de retrait, pour peu de temps.
    }
pickup-reminder-next =
    { $count ->
        [one] Passé ce délai, il repart vers la boutique. Une pièce d’identité peut vous être demandée.
       *[other] Passé ce délai, ils repartent vers la boutique. Une pièce d’identité peut vous être demandée.
    }

## Un autre point de retrait

point-closed = Le point de retrait prévu pour { object } est fermé, d’après le transporteur.
point-full = Le point de retrait prévu pour { object } est plein, d’après le transporteur.
point-moved-to =
    { $count ->
        [one] { subject } change de point de retrait : { $place }.
       *[other] { subject } changent de point de retrait : { $place }.
    }
point-moved =
    { $count ->
        [one] { subject } va à un autre point de retrait que prévu.
       *[other] { subject } vont à un autre point de retrait que prévu.
    }
point-changed = Le point de retrait prévu pour { object } ne convient plus, d’après le transporteur.
point-moved-next =
    { $count ->
        [one] Nous vous préviendrons ici dès qu’il pourra y être retiré.
       *[other] Nous vous préviendrons ici dès qu’ils pourront y être retirés.
    }
point-changed-next = Dès que le transporteur indiquera la suite, nous vous le dirons ici.

## À la douane

customs-hold =
    { $count ->
        [one] { subject } est à la douane, qui le retient.
       *[other] { subject } sont à la douane, qui les retient.
    }
customs-hold-next = Si l’on vous réclame un document ou des frais, vérifiez d’abord que la demande vient du transporteur. La suite du trajet s’affichera ici.

## L’adresse ne va pas

address-problem-by = { $carrier } ne peut pas livrer { object } : l’adresse est fausse ou incomplète.
address-problem = Le transporteur ne peut pas livrer { object } : l’adresse est fausse ou incomplète.
address-problem-next = Donnez-nous l’adresse exacte ou un point de retrait : un conseiller s’en occupe.

## Abîmé

damaged =
    { $count ->
        [one] { subject } est abîmé, d’après le transporteur.
       *[other] { subject } sont abîmés, d’après le transporteur.
    }

## De retour

returning =
    { $count ->
        [one] { subject } repart vers la boutique, d’après le transporteur.
       *[other] { subject } repartent vers la boutique, d’après le transporteur.
    }
returned =
    { $count ->
        [one] { subject } est revenu à la boutique, d’après le transporteur.
       *[other] { subject } sont revenus à la boutique, d’après le transporteur.
    }

## Perdu, retrouvé

declared-lost =
    { $count ->
        [one] { subject } est perdu, d’après le transporteur.
       *[other] { subject } sont perdus, d’après le transporteur.
    }
presumed-lost-after =
    { $count ->
        [one] { subject } n’a plus été vu depuis { working-days } : nous le tenons pour perdu.
       *[other] { subject } n’ont plus été vus depuis { working-days } : nous les tenons pour perdus.
    }
presumed-lost =
    { $count ->
        [one] { subject } n’a plus été vu depuis trop longtemps : nous le tenons pour perdu.
       *[other] { subject } n’ont plus été vus depuis trop longtemps : nous les tenons pour perdus.
    }
found =
    { $count ->
        [one] { subject } est retrouvé, et de nouveau en route.
       *[other] { subject } sont retrouvés, et de nouveau en route.
    }
