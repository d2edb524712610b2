### Was der Assistent von sich aus sagt und wie es um eine Bestellung steht.
### Die Variablen sind in fr/notices.ftl erklärt.

## Höflichkeiten

greeting = Guten Tag! Ich kann Ihnen sagen, wo Ihre Bestellung ist, oder Sie mit einem Menschen verbinden.
thanked = Gern geschehen. Kann ich noch etwas für Sie tun?
tell-more = Gern. Worum geht es?
no-more = In Ordnung. Ich bin hier, wenn Sie mich brauchen.
settled = Das freut mich! Wenn sich etwas ändert, sage ich es Ihnen hier.

## Was er nicht weiß

not-understood = Ich bin nicht sicher, ob ich Sie verstanden habe, und möchte nicht raten. Ich kann eine Bestellung verfolgen; alles andere liest ein Mensch so, wie Sie es geschrieben haben.
articles-found = Das sagt die Hilfe des Shops dazu. Wenn es Ihre Frage nicht beantwortet, liest ein Mensch Ihre Nachricht so, wie Sie sie geschrieben haben.

## Eine Bestellung finden

which-order = Nennen Sie mir die Bestellnummer und die E-Mail-Adresse oder die Postleitzahl der Bestellung: Ich sehe sofort nach.
proof-failed = Zu diesen Angaben passt keine Bestellung. Prüfen Sie die Nummer in der Bestätigungs-E-Mail und versuchen Sie es mit der E-Mail-Adresse oder der Postleitzahl der Lieferung. Ein Mensch kann auch mit Ihnen suchen.
proof-sent =
    { $naming ->
        [numbered] Bestellung Nr. { $number }
       *[bare] Bestellung
    }

## Etwas zu einer Bestellung verlangen

ask-refund =
    { $naming ->
        [numbered] Soll ich für die Bestellung Nr. { $number } um eine Erstattung bitten?
       *[bare] Soll ich für diese Bestellung um eine Erstattung bitten?
    }
ask-other-address =
    { $naming ->
        [numbered] Soll ich für die Bestellung Nr. { $number } um eine andere Adresse oder Abholstelle bitten?
       *[bare] Soll ich für diese Bestellung um eine andere Adresse oder Abholstelle bitten?
    }

## An einen Menschen weitergeben

handed-off-requested = Ich gebe das mit dem ganzen Gespräch an einen Menschen weiter: Sie müssen nichts wiederholen. Sie können hier weiterschreiben.
handed-off-not-understood = Das kann ich nicht selbst beantworten: Ich gebe Ihre Frage unverändert an einen Menschen weiter.
handed-off-decision = Das muss ein Mensch entscheiden: Ich gebe es mit der Sendungsverfolgung weiter.
handed-off-reopened = Ich öffne Ihr Anliegen wieder: Ein Mensch übernimmt es mit dem ganzen Verlauf.

## Wenn ein Anliegen geklärt ist

is-it-settled = Aus unserer Sicht ist alles geklärt. Stimmt das? Wenn wir drei Tage lang nichts von Ihnen hören, schließen wir das Anliegen; eine Nachricht genügt, um es wieder zu öffnen.
how-was-it = Wie haben wir Ihr Anliegen bearbeitet? Ein Tippen genügt.
rated = Danke, das hilft dem ganzen Team.
rated-badly = Danke für die offenen Worte, es tut uns leid. Wenn noch etwas zu klären ist, übernimmt ein Mensch Ihr Anliegen wieder.
would-recommend = Eine letzte Frage: Würden Sie den Shop weiterempfehlen, von 0 bis 10? 0 heißt gar nicht, 10 ohne Zögern.
scored = Danke, wir haben es notiert.

## Antworten mit einer Berührung

choice-track-order = Wo ist meine Bestellung?
choice-other-order = Eine andere Bestellung
choice-talk-to-human = Mit einem Menschen sprechen
choice-settled = Das ist geklärt, danke
choice-wait = Ich warte
choice-other-address = An eine andere Adresse
choice-other-point = An eine andere Abholstelle
choice-send-again = Ein neues Paket
choice-refund = Eine Erstattung
choice-not-received = Ich habe es nicht erhalten
choice-still-missing = Ich habe gesucht, nichts
choice-mute-order = Nicht mehr benachrichtigen
choice-unmute-order = Wieder benachrichtigen
choice-call-back = Melden Sie sich später
choice-not-settled = Noch nicht
choice-rate-good = Sehr gut
choice-rate-fair = Mittelmäßig
choice-rate-bad = Schlecht

## Wie es um eine Bestellung steht

the-order =
    { $naming ->
        [numbered] Ihre Bestellung Nr. { $number }
       *[bare] Ihre Bestellung
    }
order-cancelled = { the-order } wurde vom Shop storniert.
order-unsent = { the-order } ist eingegangen und noch nicht verschickt. Einen Liefertermin gibt es noch nicht; ich sage es Ihnen hier, sobald sie unterwegs ist.
order-in-parcels = { the-order } ist in { $count } Paketen unterwegs. So steht es um jedes.
order-pre-transit = { the-order } ist fertig; der Paketdienst hat sie noch nicht übernommen.
order-in-transit = { the-order } ist unterwegs.
order-out-for-delivery = { the-order } ist in Zustellung.
order-ready-for-pickup = { the-order } liegt in der Abholstelle für Sie bereit.
order-attempted = { the-order } konnte an Ihrer Adresse nicht übergeben werden. Wie es weitergeht, steht auf der Seite des Paketdienstes.
order-delivered = { the-order } wurde laut Paketdienst zugestellt. Wenn Sie sie nicht erhalten haben, sagen Sie es hier einem Menschen.
order-delayed = { the-order } ist mit Verspätung unterwegs.
order-exception = { the-order } hat beim Paketdienst ein Problem; Näheres steht unten.
order-returning = { the-order } geht laut Paketdienst an den Shop zurück.
order-lost = { the-order } wurde vom Paketdienst für verloren erklärt.
order-shipment-cancelled = { the-order } wurde vom Paketdienst nicht angenommen: Der Versand ist storniert.
order-unknown = { the-order } ist beim Paketdienst, der nichts Eindeutiges gemeldet hat. Mehr kann ich im Moment nicht sagen.
order-estimated = Der Paketdienst erwartet die Zustellung am { $estimate }.
