### Ce que le volet dit de lui-même à l’acheteur. Une espace fine insécable (U+202F) précède ; ! ?,
### une espace insécable (U+00A0) précède le deux-points.

## La conversation

assistant = Assistant automatique
with-agent = { $name } vous répond
waiting = En attente d’un conseiller
waiting-at =
    { $place ->
        [1] En attente d’un conseiller : vous êtes le prochain
       *[other] En attente d’un conseiller, place { $place } dans la file
    }
about-minutes = environ { NUMBER($minutes) } min
nobody-there = Aucun conseiller n’est en ligne. Votre message est gardé et sera lu.
closed = Conversation close
resolved = Cette conversation est close. Écrivez pour la rouvrir.
handed-over = Votre conversation est transmise à un conseiller, avec tout ce qui a été dit.
back-to-assistant = L’assistant automatique reprend la conversation.
took-over = { $name } a rejoint la conversation.
close = Fermer la discussion
talk-to-human = Parler à un conseiller
track-order = Suivre ma commande
greeting = Bonjour, ici { $shop }.
greeting-more = Que pouvons-nous faire pour vous ?
ask-for-order = Où est ma commande n° { $number } ?
transcript = Conversation
connecting = Connexion…
offline = Connexion perdue. Vos messages partiront dès son retour.
ended = Votre session a pris fin. Rechargez la page pour la reprendre.
earlier = Voir les messages précédents
unread = Nouveaux messages
today = Aujourd’hui
yesterday = Hier
you = Vous
# Devant un message lu à voix haute.
said = { $who } :
typing = { $who } écrit…
typing-somebody = Réponse en cours…

## Écrire

message = Votre message
message-hint = Écrivez votre message
send = Envoyer
sending = Envoi…
sent = Envoyé
seen = Lu
unanswered = Non envoyé.
retry = Réessayer
edit = Modifier
characters-left =
    { $count ->
        [one] { $count } caractère restant
       *[other] { $count } caractères restants
    }
characters-over =
    { $count ->
        [one] Trop long : retirez { $count } caractère.
       *[other] Trop long : retirez { $count } caractères.
    }
refused =
    { $code ->
        [too_large] Message trop long. Raccourcissez-le ou envoyez-le en deux fois.
        [too_long] Message trop long. Raccourcissez-le ou envoyez-le en deux fois.
        [too_fast] Trop de messages à la fois. Patientez un instant, puis réessayez.
        [conflict] Ce message a changé entre-temps. Modifiez-le, puis renvoyez-le.
        [empty] Le message est vide. Écrivez quelques mots.
        [forbidden] Cette action ne vous est pas ouverte. Demandez à parler à un conseiller.
        [not_found] Introuvable. Rechargez la page, puis réessayez.
        [locked] Trop d’essais pour cette commande. Vous pouvez aussi parler à un conseiller.
        [unavailable] Un incident de notre côté. Votre message est gardé ; réessayez.
       *[other] Cette action n’est pas possible ici. Rechargez la page, puis réessayez.
    }
retry-in-seconds = Réessayez dans { NUMBER($count) } s.
retry-in-minutes = Réessayez dans { NUMBER($count) } min.
retry-in-hours = Réessayez dans { NUMBER($count) } h.

## La commande

news = Nouvelles de votre colis
order = Commande n° { $number }
placed = Passée le { $day }
cancelled = Commande annulée
preparing = La boutique prépare votre commande. Rien n’est encore parti.
more-items =
    { $count ->
        [one] et { $count } autre article
       *[other] et { $count } autres articles
    }
parcel = Colis { NUMBER($number) } sur { NUMBER($count) }
expected = Livraison prévue
first-promised = annoncée d’abord pour le { $day }
carrier = Transporteur
tracking-number = Numéro de suivi
track-at = Suivre chez { $carrier }
track = Suivre le colis
new-tab = (nouvel onglet)
pickup-point = Point relais
kept-until = Le colis y est gardé jusqu’au { $day }.
hours = Horaires
open-until = Ouvert jusqu’à { $hour }
opens-again = Fermé ; ouvre { $day } à { $hour }
closed-that-day = Fermé
closed-on = Fermé exceptionnellement le { $day }.
closed-between = Fermé exceptionnellement du { $first } au { $last }.
bring = Une pièce d’identité peut vous être demandée.
way-there = Voir sur la carte
history = Tout l’historique ({ NUMBER($count) })
step =
    { $name ->
        [ordered] Commandée
        [shipped] Expédiée
        [out_for_delivery] En livraison
        [ready_for_pickup] Au point relais
        [delivered] Livrée
       *[returned] Retournée
    }
status =
    { $name ->
        [pre_transit] Bientôt remis au transporteur
        [in_transit] En route
        [out_for_delivery] En cours de livraison
        [available_for_pickup] À retirer au point relais
        [delivery_attempted] Passage sans succès
        [delivered] Livré
        [delayed] Retardé
        [exception] Un incident retient le colis
        [returning] En retour vers la boutique
        [returned] Retourné à la boutique
        [lost] Introuvable chez le transporteur
        [cancelled] Envoi annulé
       *[unknown] Pas encore de nouvelles du transporteur
    }
reason =
    { $name ->
        [customs] Il est à la douane.
        [address] L’adresse est fausse ou incomplète.
        [refused] Le colis a été refusé.
        [absent] Personne n’était là.
        [damaged] Le colis est abîmé.
        [point_closed] Le point de retrait est fermé.
        [point_full] Le point de retrait est plein.
        [point_moved] Le colis va à un autre point de retrait.
       *[disruption] Un événement (météo, grève…) retient de nombreux colis.
    }

## Le coup d’œil

back = Retour
your-orders = Vos commandes
no-orders = Aucune commande n’est suivie ici pour l’instant.
what-next = Et ensuite
your-conversations = Vos conversations
write-to-us = Nous écrire
ask-about-order = Poser une question sur cette commande
seek = Chercher une réponse
no-answer = Rien à ce sujet ici. Posez-nous la question.
unsought = La recherche ne répond pas. Réessayez.
desk-open = Un conseiller répond jusqu’à { $hour }.
desk-opens = Un conseiller répond à nouveau { $day } à { $hour }.
usual-wait = Attente habituelle : environ { NUMBER($minutes) } min.

## Retrouver une commande

form-title = Retrouver ma commande
number = Numéro de commande
number-hint = Il est dans l’e-mail de confirmation, par exemple 1042.
number-missing = Indiquez le numéro de la commande.
proof = E-mail ou code postal
proof-hint = Celui de la commande.
proof-missing = Indiquez l’e-mail ou le code postal de la commande.
look-up = Retrouver
