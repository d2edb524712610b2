### Was eine Nachricht ungefragt über ein Paket sagt. Die Variablen sind in fr/notices.ftl erklärt.

## Wovon die Rede ist

of-order =
    { $naming ->
        [numbered] { " " }aus der Bestellung Nr. { $number }
       *[bare] { "" }
    }
of-your-order =
    { $naming ->
        [numbered] { " " }aus Ihrer Bestellung Nr. { $number }
       *[bare] { " " }aus Ihrer Bestellung
    }

# Am Anfang eines Satzes.
subject =
    { $which ->
        [only] Ihr Paket{ of-order }
        [one] Eines der Pakete{ of-your-order }
        [some] { $count } Pakete{ of-your-order }
       *[all] Ihre { $count } Pakete{ of-order }
    }

# Im Satz, immer im Akkusativ.
object =
    { $which ->
        [only] Ihr Paket{ of-order }
        [one] eines der Pakete{ of-your-order }
        [some] { $count } Pakete{ of-your-order }
       *[all] Ihre { $count } Pakete{ of-order }
    }

working-days =
    { $silent-days ->
        [one] { $silent-days } Werktag
       *[other] { $silent-days } Werktagen
    }

## Was mehrere Nachrichten gemeinsam haben

estimated-next = Die Zustellung ist voraussichtlich am { $estimate }.
follow-next = Den weiteren Weg sehen Sie hier.
decide-next = Sagen Sie uns, was Ihnen lieber ist: Eine Beraterin oder ein Berater kümmert sich darum.

## Der Paketdienst hat das Paket

shipped-by =
    { $count ->
        [one] { subject } ist unterwegs: { $carrier } hat es übernommen.
       *[other] { subject } sind unterwegs: { $carrier } hat sie übernommen.
    }
shipped =
    { $count ->
        [one] { subject } ist unterwegs: Der Paketdienst hat es übernommen.
       *[other] { subject } sind unterwegs: Der Paketdienst hat sie übernommen.
    }

## Die letzte Tour

out-for-delivery =
    { $count ->
        [one] { subject } ist in Zustellung.
       *[other] { subject } sind in Zustellung.
    }
out-for-delivery-next = Sobald der Paketdienst die Übergabe bestätigt, sagen wir es Ihnen hier.

## In der Abholstelle

ready-for-pickup-at =
    { $count ->
        [one] { subject } liegt für Sie bereit: { $place }.
       *[other] { subject } liegen für Sie bereit: { $place }.
    }
ready-for-pickup =
    { $count ->
        [one] { subject } liegt laut Paketdienst zur Abholung bereit.
       *[other] { subject } liegen laut Paketdienst zur Abholung bereit.
    }
ready-for-pickup-until-next =
    { $count ->
        [one] Es wird dort bis einschließlich { $kept-until } aufbewahrt. Halten Sie bitte einen Ausweis bereit.
       *[other] Sie werden dort bis einschließlich { $kept-until } aufbewahrt. Halten Sie bitte einen Ausweis bereit.
    }
ready-for-pickup-next = Halten Sie bitte einen Ausweis bereit.

## Übergeben

delivered-signed =
    { $count ->
        [one] { subject } wurde laut Paketdienst gegen Unterschrift zugestellt ({ $signed-by }).
       *[other] { subject } wurden laut Paketdienst gegen Unterschrift zugestellt ({ $signed-by }).
    }
delivered =
    { $count ->
        [one] { subject } wurde laut Paketdienst zugestellt.
       *[other] { subject } wurden laut Paketdienst zugestellt.
    }
delivered-next = Wenn etwas nicht stimmt, antworten Sie hier: Wir sehen es uns gemeinsam an.

## Ein vergeblicher Versuch

delivery-attempted-by =
    { $count ->
        [one] { $carrier } wollte { object } zustellen, konnte es aber nicht übergeben.
       *[other] { $carrier } wollte { object } zustellen, konnte sie aber nicht übergeben.
    }
delivery-attempted =
    { $count ->
        [one] Der Paketdienst wollte { object } zustellen, konnte es aber nicht übergeben.
       *[other] Der Paketdienst wollte { object } zustellen, konnte sie aber nicht übergeben.
    }
delivery-attempted-next = Sobald feststeht, wie es weitergeht, ein neuer Versuch oder eine Abholstelle, sagen wir es Ihnen hier.

## Später als geplant

delayed-from =
    { $count ->
        [one] { subject } verspätet sich: Die Zustellung ist jetzt voraussichtlich am { $day } statt am { $missed }.
       *[other] { subject } verspäten sich: Die Zustellung ist jetzt voraussichtlich am { $day } statt am { $missed }.
    }
delayed-to =
    { $count ->
        [one] { subject } verspätet sich: Die Zustellung ist jetzt voraussichtlich am { $day }.
       *[other] { subject } verspäten sich: Die Zustellung ist jetzt voraussichtlich am { $day }.
    }
delayed-by = { $carrier } meldet für { object } eine Verspätung, ohne einen neuen Termin zu nennen.
delayed = Der Paketdienst meldet für { object } eine Verspätung, ohne einen neuen Termin zu nennen.
delayed-to-next = Wenn Ihnen das nicht passt, antworten Sie hier.
delayed-next = Sobald es einen gibt, sagen wir ihn Ihnen hier.

## Früher als geplant

sooner-from =
    { $count ->
        [one] Gute Nachricht für { object }: Die Zustellung ist jetzt voraussichtlich am { $day } statt am { $beaten }.
       *[other] Gute Nachricht für { object }: Die Zustellung ist jetzt voraussichtlich am { $day } statt am { $beaten }.
    }
sooner-to = Gute Nachricht für { object }: Die Zustellung wird auf { $day } vorgezogen.
sooner = Gute Nachricht für { object }: Die Zustellung kommt früher als angekündigt.
sooner-next = Wenn sich der Termin noch einmal ändert, sagen wir es Ihnen hier.

## Ein Etikett und kein Paket

not-handed-over-for =
    { $count ->
        [one] Das Versandetikett für { object } ist seit { working-days } fertig, aber der Paketdienst hat es noch nicht übernommen.
       *[other] Die Versandetiketten für { object } sind seit { working-days } fertig, aber der Paketdienst hat sie noch nicht übernommen.
    }
not-handed-over =
    { $count ->
        [one] Das Versandetikett für { object } ist fertig, aber der Paketdienst hat es noch nicht übernommen.
       *[other] Die Versandetiketten für { object } sind fertig, aber der Paketdienst hat sie noch nicht übernommen.
    }
not-handed-over-next = Sobald er den Versand meldet, sagen wir es Ihnen hier.

## Niemand hat es gescannt

stalled-for =
    { $count ->
        [one] { subject } wurde seit { working-days } nicht gescannt.
       *[other] { subject } wurden seit { working-days } nicht gescannt.
    }
stalled =
    { $count ->
        [one] { subject } wurde seit mehreren Tagen nicht gescannt.
       *[other] { subject } wurden seit mehreren Tagen nicht gescannt.
    }
stalled-next = Wir verfolgen den Weg weiter: Jeder neue Scan erscheint hier.

## Der zugesagte Tag ist vorbei

late-since =
    { $count ->
        [one] { subject } war für { $day } angekündigt; der Paketdienst hat es noch nicht zugestellt.
       *[other] { subject } waren für { $day } angekündigt; der Paketdienst hat sie noch nicht zugestellt.
    }
late =
    { $count ->
        [one] { subject } wurde am angekündigten Tag nicht zugestellt.
       *[other] { subject } wurden am angekündigten Tag nicht zugestellt.
    }
late-estimated-next = Die Zustellung ist jetzt voraussichtlich am { $estimate }.
late-next = Der Paketdienst hat noch keinen neuen Termin genannt; sobald es einen gibt, sagen wir ihn Ihnen hier.

## Zu spät für den Tag, auf den es ankommt

will-miss-deadline-unsent =
    { $naming ->
        [numbered] Ihre Bestellung Nr. { $number } ist noch nicht verschickt und kommt voraussichtlich nicht bis { $day } an.
       *[bare] Ihre Bestellung ist noch nicht verschickt und kommt voraussichtlich nicht bis { $day } an.
    }
will-miss-deadline-estimated =
    { $count ->
        [one] { subject } kommt voraussichtlich nicht bis { $day } an: Die Zustellung wird für { $estimate } erwartet.
       *[other] { subject } kommen voraussichtlich nicht bis { $day } an: Die Zustellung wird für { $estimate } erwartet.
    }
will-miss-deadline-by =
    { $count ->
        [one] { subject } kommt voraussichtlich nicht bis { $day } an.
       *[other] { subject } kommen voraussichtlich nicht bis { $day } an.
    }
will-miss-deadline =
    { $count ->
        [one] { subject } kommt voraussichtlich nicht rechtzeitig an.
       *[other] { subject } kommen voraussichtlich nicht rechtzeitig an.
    }
will-miss-deadline-next = Besser, Sie wissen es jetzt: Sagen Sie uns, was Ihnen lieber ist.

## Nicht mehr lange in der Abholstelle

pickup-reminder-at =
    { $count ->
        [one] { subject } liegt noch bis einschließlich { $day } für Sie bereit: { $place }.
       *[other] { subject } liegen noch bis einschließlich { $day } für Sie bereit: { $place }.
    }
pickup-reminder-until =
    { $count ->
        [one] { subject } liegt noch bis einschließlich { $day } in der Abholstelle für Sie bereit.
       *[other] { subject } liegen noch bis einschließlich { $day } in der Abholstelle für Sie bereit.
    }
pickup-reminder =
    { $count ->
        [one] { subject } liegt noch in der Abholstelle für Sie bereit, aber nicht mehr lange.
       *[other] { subject } liegen noch in der Abholstelle für Sie bereit, aber nicht mehr lange.
    }
pickup-reminder-next =
    { $count ->
        [one] Danach geht es an den Shop zurück. Halten Sie bitte einen Ausweis bereit.
       *[other] Danach gehen sie an den Shop zurück. Halten Sie bitte einen Ausweis bereit.
    }

## Eine andere Abholstelle

point-closed = Die Abholstelle für { object } ist laut Paketdienst geschlossen.
point-full = Die Abholstelle für { object } ist laut Paketdienst voll.
point-moved-to =
    { $count ->
        [one] { subject } geht an eine andere Abholstelle: { $place }.
       *[other] { subject } gehen an eine andere Abholstelle: { $place }.
    }
point-moved =
    { $count ->
        [one] { subject } geht an eine andere Abholstelle als geplant.
       *[other] { subject } gehen an eine andere Abholstelle als geplant.
    }
point-changed = Die geplante Abholstelle für { object } ist laut Paketdienst nicht mehr möglich.
point-moved-next =
    { $count ->
        [one] Sobald Sie es dort abholen können, sagen wir es Ihnen hier.
       *[other] Sobald Sie sie dort abholen können, sagen wir es Ihnen hier.
    }
point-changed-next = Sobald der Paketdienst sagt, wie es weitergeht, sagen wir es Ihnen hier.

## Beim Zoll

customs-hold =
    { $count ->
        [one] { subject } wird vom Zoll festgehalten.
       *[other] { subject } werden vom Zoll festgehalten.
    }
customs-hold-next = Wenn Unterlagen oder Gebühren von Ihnen verlangt werden, prüfen Sie zuerst, ob die Anfrage wirklich vom Paketdienst kommt. Den weiteren Weg sehen Sie hier.

## Die Adresse stimmt nicht

address-problem-by = { $carrier } kann { object } nicht zustellen: Die Adresse ist falsch oder unvollständig.
address-problem = Der Paketdienst kann { object } nicht zustellen: Die Adresse ist falsch oder unvollständig.
address-problem-next = Nennen Sie uns die genaue Adresse oder eine Abholstelle: Eine Beraterin oder ein Berater kümmert sich darum.

## Beschädigt

damaged =
    { $count ->
        [one] { subject } ist laut Paketdienst beschädigt.
       *[other] { subject } sind laut Paketdienst beschädigt.
    }

## Auf dem Rückweg

returning =
    { $count ->
        [one] { subject } geht laut Paketdienst an den Shop zurück.
       *[other] { subject } gehen laut Paketdienst an den Shop zurück.
    }
returned =
    { $count ->
        [one] { subject } ist laut Paketdienst wieder beim Shop.
       *[other] { subject } sind laut Paketdienst wieder beim Shop.
    }

## Verloren, wiedergefunden

declared-lost =
    { $count ->
        [one] { subject } ist laut Paketdienst verloren gegangen.
       *[other] { subject } sind laut Paketdienst verloren gegangen.
    }
presumed-lost-after =
    { $count ->
        [one] { subject } wurde seit { working-days } nicht mehr gesehen: Wir betrachten es als verloren.
       *[other] { subject } wurden seit { working-days } nicht mehr gesehen: Wir betrachten sie als verloren.
    }
presumed-lost =
    { $count ->
        [one] { subject } wurde zu lange nicht mehr gesehen: Wir betrachten es als verloren.
       *[other] { subject } wurden zu lange nicht mehr gesehen: Wir betrachten sie als verloren.
    }
found =
    { $count ->
        [one] { subject } ist wiedergefunden und wieder unterwegs.
       *[other] { subject } sind wiedergefunden und wieder unterwegs.
    }
