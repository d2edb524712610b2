### Ce que les conseillers écrivent souvent en décembre.
###
### Chaque modèle a un titre pour les conseillers et un objet pour l’e-mail et la lettre. Les champs
### ({ $order }, { $parcel }…) sont remplis par les faits du dossier ; ce qu’aucun fait ne dit reste à
### taper, et rien ne part tant qu’il manque quelque chose. Des excuses quand il en faut, le
### remboursement avant le bon d’achat, rien qu’un fait ne soutienne.

looking-into = J’ai votre commande n° { $order } et tout son suivi sous les yeux, vous n’avez rien à répéter. Je vérifie où en est votre colis et je vous réponds ici.
    .title = Je regarde votre dossier
    .subject = Votre commande n° { $order }

on-its-way = Votre colis { $parcel } est en route avec { $carrier }. La livraison est estimée au { $estimate }. Si cette date change, vous serez prévenu ici sans avoir à demander.
    .title = Où est mon colis : en route
    .subject = Votre colis { $parcel } est en route

late = Votre colis { $parcel } a du retard, et je vous présente nos excuses. { $carrier } estime maintenant la livraison au { $estimate }. Si cette date ne vous convient pas, dites-le-moi : nous cherchons ensemble une autre solution.
    .title = Colis en retard
    .subject = Retard de votre colis { $parcel }

misses-christmas = Je préfère vous le dire franchement : d’après { $carrier }, votre colis { $parcel } est estimé au { $estimate }, après Noël. Je vous présente nos excuses. Vous avez le choix : l’attendre, ou être remboursé dès maintenant. Dites-moi ce que vous préférez et je m’en occupe aussitôt.
    .title = N’arrivera pas pour Noël
    .subject = Votre commande n° { $order } et Noël

no-news = { $carrier } n’a plus donné de nouvelles de votre colis { $parcel }, et je comprends votre inquiétude. J’ouvre une demande de recherche auprès du transporteur. Vous aurez une réponse de notre part d’ici le { $promise-by }.
    .title = Sans nouvelles du transporteur
    .subject = Votre colis { $parcel } : nous nous renseignons

lost = Votre colis { $parcel } est perdu, et je vous présente toutes nos excuses. Vous avez le choix entre le remboursement de votre commande n° { $order } et un nouvel envoi. Le remboursement se fait sur votre moyen de paiement, jamais en bon d’achat à la place. Dites-moi ce que vous préférez et je m’en occupe aussitôt.
    .title = Colis perdu
    .subject = Votre colis { $parcel } est perdu

not-received = { $carrier } indique que votre colis { $parcel } a été livré, et vous ne l’avez pas reçu : je m’en occupe. J’ouvre une enquête auprès du transporteur. Vous n’avez rien à prouver pour le moment. Vous aurez une réponse de notre part d’ici le { $promise-by }.
    .title = Marqué livré, non reçu
    .subject = Votre colis { $parcel } indiqué comme livré

damaged = Je suis désolé que votre article { $item } soit arrivé abîmé. Envoyez-moi ici une photo de l’article et de l’emballage si vous l’avez encore. Vous aurez ensuite le choix entre un remboursement et un remplacement, sans frais pour vous.
    .title = Colis ou article abîmé
    .subject = Article abîmé dans votre commande n° { $order }

wrong-item = Vous avez reçu un autre article que celui de votre commande n° { $order }, et je vous présente nos excuses. L’erreur vient de nous : le retour est à nos frais. Préférez-vous recevoir le bon article, { $item }, ou être remboursé ?
    .title = Mauvais article reçu
    .subject = Erreur dans votre commande n° { $order }

missing-item = Il manque { $item } dans votre commande n° { $order }, et je vous présente nos excuses. Préférez-vous que nous vous l’envoyions ou que nous vous le remboursions ? Les deux sont possibles dès maintenant.
    .title = Article manquant
    .subject = Article manquant dans votre commande n° { $order }

pickup-closed = Le point de retrait { $pickup-point } est fermé. Votre colis { $parcel } n’est pas perdu. Dites-moi si vous préférez un autre point de retrait ou une livraison à domicile : je transmets votre choix à { $carrier }.
    .title = Point de retrait fermé
    .subject = Votre colis { $parcel } : point de retrait fermé

pickup-full = Le point de retrait { $pickup-point } est complet et ne peut pas recevoir votre colis { $parcel }. Dites-moi quel autre point vous conviendrait : je transmets votre choix à { $carrier }.
    .title = Point de retrait complet
    .subject = Votre colis { $parcel } : point de retrait complet

pickup-last-days = Votre colis { $parcel } vous attend à { $pickup-point }, jusqu’au { $kept-until }. Après cette date, il repart vers notre entrepôt. Si vous ne pouvez pas passer, dites-le-moi et nous trouvons une solution.
    .title = Retrait : derniers jours
    .subject = Votre colis { $parcel } vous attend

address-problem = { $carrier } n’a pas pu livrer votre colis { $parcel } à cause de l’adresse. Écrivez-moi ici l’adresse complète, avec le bâtiment, l’étage et le code d’entrée s’il y en a : je la transmets au transporteur.
    .title = Problème d’adresse
    .subject = L’adresse de votre colis { $parcel }

missed-delivery = { $carrier } est passé avec votre colis { $parcel } et n’a pas pu vous le remettre. Dites-moi ce qui vous arrange : un nouveau passage ou un point de retrait.
    .title = Livreur passé, personne
    .subject = Votre colis { $parcel } : passage du livreur

customs = Votre colis { $parcel } est en cours de dédouanement. Cette étape ne dépend ni de vous ni de { $carrier }, et je ne peux pas promettre de date. Dès qu’il repart, vous êtes prévenu ici. Si des frais vous sont demandés, ne payez rien avant de m’en avoir parlé.
    .title = Bloqué en douane
    .subject = Votre colis { $parcel } en douane

refund-done = Le remboursement de { $amount } pour votre commande n° { $order } a été fait le { $day }, sur le moyen de paiement que vous avez utilisé. Votre banque l’affiche selon ses propres délais. Encore toutes nos excuses pour ce contretemps.
    .title = Remboursement effectué
    .subject = Remboursement de votre commande n° { $order }

replacement-sent = Votre remplacement est parti avec { $carrier }, sous le numéro { $parcel }. La livraison est estimée au { $estimate }. Encore toutes nos excuses : vous suivez ce nouveau colis ici.
    .title = Remplacement envoyé
    .subject = Votre remplacement est parti

return-after-christmas = Vous pouvez retourner ou échanger { $item } de votre commande n° { $order } jusqu’au { $day }. Préférez-vous un remboursement ou un autre article ? Gardez simplement l’article dans son état d’origine.
    .title = Retour ou échange après Noël
    .subject = Retour de votre commande n° { $order }

cancel-order = J’ai bien votre demande d’annuler la commande n° { $order }. Je vérifie si elle peut encore être arrêtée. Si elle est déjà partie, vous pourrez refuser le colis ou nous le retourner, et vous serez remboursé à sa réception. Vous aurez une réponse de notre part d’ici le { $promise-by }.
    .title = Annulation demandée
    .subject = Annulation de votre commande n° { $order }

gesture = Votre remboursement reste entier. En plus, et pour nous faire pardonner, nous vous offrons un bon de { $amount }, valable jusqu’au { $day }.
    .title = Geste en plus du remboursement
    .subject = Un geste pour votre commande n° { $order }

call-back = C’est noté : { $agent } vous rappelle le { $day }. D’ici là, vous pouvez continuer d’écrire ici, tout est au même endroit.
    .title = Rappel convenu
    .subject = Nous vous rappelons
