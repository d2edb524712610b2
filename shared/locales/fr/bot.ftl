### Ce que l’assistant dit de lui-même, et où en est une commande.
### Les variables communes sont décrites dans notices.ftl.

## Politesses

greeting = Bonjour ! Je peux vous dire où en est votre commande, ou vous mettre en relation avec un conseiller.
thanked = Avec plaisir. Puis-je faire autre chose pour vous ?
tell-more = Bien sûr. De quoi s’agit-il ?
no-more = Entendu. Je reste ici si vous avez besoin de moi.
settled = Tant mieux ! Si quelque chose change, je vous préviens ici.

## Ce qu’il ne sait pas

not-understood = Je ne suis pas sûr d’avoir compris, et je préfère ne pas deviner. Je sais suivre une commande ; pour le reste, un conseiller lira votre message tel que vous l’avez écrit.
articles-found = Voici ce que dit l’aide de la boutique. Si cela ne répond pas à votre question, un conseiller lira votre message tel que vous l’avez écrit.

## Retrouver une commande

which-order = Indiquez le numéro de la commande, et l’e-mail ou le code postal donnés à l’achat : je regarde tout de suite.
proof-failed = Ces informations ne correspondent à aucune commande. Vérifiez le numéro dans l’e-mail de confirmation, et essayez l’e-mail ou le code postal de livraison. Un conseiller peut aussi chercher avec vous.
proof-sent =
    { $naming ->
        [numbered] Commande n° { $number }
       *[bare] Commande
    }

## Demander quelque chose d’une commande

ask-refund =
    { $naming ->
        [numbered] Voulez-vous que je demande à un conseiller le remboursement de la commande n° { $number } ?
       *[bare] Voulez-vous que je demande à un conseiller le remboursement de cette commande ?
    }
ask-other-address =
    { $naming ->
        [numbered] Voulez-vous que je demande à un conseiller une autre adresse ou un autre point de retrait pour la commande n° { $number } ?
       *[bare] Voulez-vous que je demande à un conseiller une autre adresse ou un autre point de retrait pour cette commande ?
    }

## Transmettre à un conseiller

handed-off-requested = Je transmets à un conseiller, avec toute la conversation : vous n’aurez rien à répéter. Vous pouvez continuer d’écrire ici.
handed-off-not-understood = Je ne peux pas vous répondre moi-même : je transmets votre question, telle quelle, à un conseiller.
handed-off-decision = Cela demande une décision humaine : je transmets à un conseiller, avec le suivi du colis.
handed-off-reopened = Je rouvre votre demande : un conseiller la reprend avec tout l’historique.

## Une fois la demande réglée

is-it-settled = Votre conseiller pense que tout est réglé. Est-ce bien le cas ? Sans nouvelles de votre part dans les trois jours, la demande sera close ; un message suffit à la rouvrir.
how-was-it = Comment s’est passé le traitement de votre demande ? Une seule touche suffit.
rated = Merci de votre avis : il aide toute l’équipe.
rated-badly = Merci de nous le dire, et toutes nos excuses. Si quelque chose reste à régler, un conseiller reprend votre demande.
would-recommend = Une dernière question : de 0 à 10, recommanderiez-vous la boutique à un proche ? 0, pas du tout ; 10, sans hésiter.
scored = Merci, c’est noté.

## Les réponses à un bouton

choice-track-order = Où est ma commande ?
choice-other-order = Une autre commande
choice-talk-to-human = Parler à un conseiller
choice-settled = C’est réglé, merci
choice-wait = J’attends
choice-other-address = À une autre adresse
choice-other-point = À un autre point de retrait
choice-send-again = Un nouvel envoi
choice-refund = Être remboursé
choice-not-received = Je ne l’ai pas reçu
choice-still-missing = J’ai cherché, rien
choice-mute-order = Ne plus me prévenir
choice-unmute-order = Me prévenir à nouveau
choice-call-back = Revenez vers moi plus tard
choice-not-settled = Pas encore
choice-rate-good = Très bien
choice-rate-fair = Moyennement
choice-rate-bad = Mal

## Où en est une commande

the-order =
    { $naming ->
        [numbered] Votre commande n° { $number }
       *[bare] Votre commande
    }
order-cancelled = { the-order } a été annulée par la boutique.
order-unsent = { the-order } est enregistrée ; elle n’a pas encore été expédiée. Je n’ai pas de date de livraison à ce stade, et je vous préviens ici dès qu’elle part.
order-in-parcels = { the-order } voyage en { $count } colis. Voici où en est chacun.
order-pre-transit = { the-order } est prête ; le transporteur ne l’a pas encore prise en charge.
order-in-transit = { the-order } est en route.
order-out-for-delivery = { the-order } est en cours de livraison.
order-ready-for-pickup = { the-order } vous attend au point de retrait.
order-attempted = { the-order } a été présentée à votre adresse, sans pouvoir être remise. Le transporteur indique la suite sur sa page de suivi.
order-delivered = { the-order } a été livrée, d’après le transporteur. Si vous ne l’avez pas reçue, dites-le à un conseiller.
order-delayed = { the-order } est en route, avec du retard.
order-exception = { the-order } rencontre un problème chez le transporteur ; le détail est ci-dessous.
order-returning = { the-order } revient vers la boutique, d’après le transporteur.
order-lost = { the-order } est déclarée perdue par le transporteur.
order-shipment-cancelled = { the-order } a vu son envoi annulé par le transporteur.
order-unknown = { the-order } est chez le transporteur, qui n’a rien dit de clair. Je ne peux pas en dire plus pour l’instant.
order-estimated = Le transporteur l’estime chez vous le { $estimate }.
