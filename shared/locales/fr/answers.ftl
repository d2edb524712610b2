### Ce que l’assistant répond quand on choisit, au sujet d’un colis, l’une des suites proposées.
### Les variables communes sont décrites dans notices.ftl.

## Attendre

will-watch-estimated =
    { $count ->
        [one] C’est noté. La livraison est estimée au { $estimate } pour { object } : je vous préviens ici si cette date change, et dès qu’il sera en cours de livraison.
       *[other] C’est noté. La livraison est estimée au { $estimate } pour { object } : je vous préviens ici si cette date change, et dès qu’ils seront en cours de livraison.
    }
will-watch =
    { $count ->
        [one] C’est noté. Je continue de suivre { object } : je vous préviens ici dès qu’il sera en cours de livraison ou prêt à être retiré, et si autre chose lui arrive.
       *[other] C’est noté. Je continue de suivre { object } : je vous préviens ici dès qu’ils seront en cours de livraison ou prêts à être retirés, et si autre chose leur arrive.
    }

## Livré, mais pas reçu

usual-places =
    { $count ->
        [one] Voyons cela ensemble. Regardez d’abord dans la boîte aux lettres, chez les voisins, chez le gardien ou à l’accueil, et demandez à vos proches. Si le colis n’y est pas, je transmets à un conseiller.
       *[other] Voyons cela ensemble. Regardez d’abord dans la boîte aux lettres, chez les voisins, chez le gardien ou à l’accueil, et demandez à vos proches. Si les colis n’y sont pas, je transmets à un conseiller.
    }
proof-signed = Le transporteur a noté cette signature : { $signed-by }.
proof-shown = Sa preuve de remise : { $proof-url }.

## Demander à un conseiller

request-other-address = Pour { object }, je transmets à un conseiller votre demande d’une autre adresse, avec tout le suivi. Écrivez-la ici : il l’aura sous les yeux.
request-other-point = Pour { object }, je transmets à un conseiller votre demande d’un autre point de retrait, avec tout le suivi. Dites ici lequel vous irait : il l’aura sous les yeux.
request-send-again = Pour { object }, je transmets à un conseiller votre demande d’un nouvel envoi, avec tout le suivi : vous n’aurez rien à répéter.
request-refund = Pour { object }, je transmets à un conseiller votre demande de remboursement, avec tout le suivi : vous n’aurez rien à répéter.
request-inquiry = Pour { object }, je signale à un conseiller que vous n’avez rien reçu, avec tout le suivi : vous n’aurez rien à répéter.
answer-promised = Un conseiller vous répond d’ici { $promise-by }.
answer-coming = Un conseiller vous répond ici.

## Ne plus être prévenu, l’être à nouveau

muted =
    { $naming ->
        [numbered] C’est noté : je ne vous préviens plus pour la commande n° { $number }, sauf si un colis est livré, perdu ou revenu à la boutique.
       *[bare] C’est noté : je ne vous préviens plus pour cette commande, sauf si un colis est livré, perdu ou revenu à la boutique.
    }
unmuted =
    { $naming ->
        [numbered] C’est noté : je vous préviens à nouveau ici pour la commande n° { $number }.
       *[bare] C’est noté : je vous préviens à nouveau ici pour cette commande.
    }

## Jusqu’à quand commander, et si la commande sera là à temps

order-until = Pour être livré d’ici le { $day }, commandez avant le { $order-before } : { $offer }.
order-instead = Il est trop tard pour être livré d’ici le { $day }. Reste possible avant le { $order-before } : { $offer }.
no-cutoff-for = Je n’ai pas de date limite sûre à vous donner pour le { $day }, et je préfère ne pas deviner. Un conseiller peut vous répondre.
no-cutoff = Je n’ai pas de date limite sûre à vous donner, et je préfère ne pas deviner. Un conseiller peut vous répondre.
in-time = La livraison est estimée au { $estimate }, donc à temps pour le { $day }. C’est l’estimation du transporteur : si elle change, je vous préviens ici.
in-time-unknown = Le transporteur n’a pas donné de date pour tout : je ne peux donc pas vous promettre le { $day }. Dès qu’il en donne une, je vous préviens ici.
too-late = La livraison est estimée au { $estimate }, donc après le { $day }. Un conseiller peut voir avec vous ce qui est encore possible.

## Promesses, sous le message qui les fait

promise-callback = Nous revenons vers vous d’ici { $promise-by }.
promise-answer = Réponse d’ici { $promise-by }.
promise-refund = Remboursement d’ici { $promise-by }.
promise-replacement = Nouvel envoi d’ici { $promise-by }.

## Attendre longtemps un conseiller

long-wait = L’attente se prolonge, et nous en sommes désolés. Vous pouvez continuer d’attendre, ou fermer cette page : nous revenons alors vers vous dans cette conversation d’ici { $promise-by }.
called-back = C’est noté : un conseiller revient vers vous dans cette conversation d’ici { $promise-by }. Votre place dans la file est gardée.
