### Was der Assistent antwortet, wenn man zu einem Paket eine der angebotenen Möglichkeiten wählt.
### Die Variablen sind in fr/notices.ftl erklärt.

## Warten

will-watch-estimated =
    { $count ->
        [one] Notiert. Die Zustellung ist voraussichtlich am { $estimate }, für { object }: Ich melde mich hier, wenn sich das ändert und sobald es in Zustellung ist.
       *[other] Notiert. Die Zustellung ist voraussichtlich am { $estimate }, für { object }: Ich melde mich hier, wenn sich das ändert und sobald sie in Zustellung sind.
    }
will-watch =
    { $count ->
        [one] Notiert. Ich behalte { object } im Blick: Ich melde mich hier, sobald es in Zustellung oder abholbereit ist, und wenn sonst etwas geschieht.
       *[other] Notiert. Ich behalte { object } im Blick: Ich melde mich hier, sobald sie in Zustellung oder abholbereit sind, und wenn sonst etwas geschieht.
    }

## Zugestellt, aber nicht erhalten

usual-places =
    { $count ->
        [one] Sehen wir gemeinsam nach. Schauen Sie zuerst im Briefkasten, bei den Nachbarn, beim Hausmeister oder am Empfang nach, und fragen Sie Ihre Angehörigen. Wenn das Paket nicht da ist, gebe ich es an einen Menschen weiter.
       *[other] Sehen wir gemeinsam nach. Schauen Sie zuerst im Briefkasten, bei den Nachbarn, beim Hausmeister oder am Empfang nach, und fragen Sie Ihre Angehörigen. Wenn die Pakete nicht da sind, gebe ich es an einen Menschen weiter.
    }
proof-signed = Der Paketdienst hat diese Unterschrift vermerkt: { $signed-by }.
proof-shown = Der Zustellnachweis: { $proof-url }.

## Einen Menschen bitten

request-other-address = Für { object } gebe ich Ihren Wunsch nach einer anderen Adresse mit der ganzen Sendungsverfolgung an einen Menschen weiter. Schreiben Sie die Adresse hier: Sie liegt dann gleich vor.
request-other-point = Für { object } gebe ich Ihren Wunsch nach einer anderen Abholstelle mit der ganzen Sendungsverfolgung an einen Menschen weiter. Schreiben Sie hier, welche Ihnen passt: Das liegt dann gleich vor.
request-send-again = Für { object } gebe ich Ihren Wunsch nach einem neuen Versand mit der ganzen Sendungsverfolgung an einen Menschen weiter: Sie müssen nichts wiederholen.
request-refund = Für { object } gebe ich Ihren Wunsch nach einer Erstattung mit der ganzen Sendungsverfolgung an einen Menschen weiter: Sie müssen nichts wiederholen.
request-inquiry = Für { object } melde ich einem Menschen mit der ganzen Sendungsverfolgung, dass Sie nichts erhalten haben: Sie müssen nichts wiederholen.
answer-promised = Sie erhalten bis { $promise-by } eine Antwort.
answer-coming = Sie erhalten hier eine Antwort.

## Nichts mehr hören, wieder hören

muted =
    { $naming ->
        [numbered] Notiert: Zur Bestellung Nr. { $number } melde ich nichts mehr, außer ein Paket ist zugestellt, verloren oder wieder beim Shop.
       *[bare] Notiert: Zu dieser Bestellung melde ich nichts mehr, außer ein Paket ist zugestellt, verloren oder wieder beim Shop.
    }
unmuted =
    { $naming ->
        [numbered] Notiert: Neues zur Bestellung Nr. { $number } sage ich Ihnen wieder hier.
       *[bare] Notiert: Neues zu dieser Bestellung sage ich Ihnen wieder hier.
    }

## Bis wann bestellen, und ob es rechtzeitig da ist

order-until = Für eine Lieferung bis { $day } bestellen Sie vor { $order-before }: { $offer }.
order-instead = Für eine Lieferung bis { $day } ist es zu spät. Noch möglich vor { $order-before }: { $offer }.
no-cutoff-for = Einen sicheren letzten Termin für { $day } kann ich Ihnen nicht nennen, und raten möchte ich nicht. Ein Mensch kann Ihnen antworten.
no-cutoff = Einen sicheren letzten Termin kann ich Ihnen nicht nennen, und raten möchte ich nicht. Ein Mensch kann Ihnen antworten.
in-time = Die Lieferung wird für { $estimate } erwartet, also rechtzeitig für { $day }. Das ist die Schätzung des Zustellers: Ändert sie sich, sage ich es Ihnen hier.
in-time-unknown = Der Zusteller hat nicht für alles einen Tag genannt, daher kann ich Ihnen { $day } nicht versprechen. Sobald er einen nennt, sage ich es Ihnen hier.
too-late = Die Lieferung wird für { $estimate } erwartet, also nach { $day }. Ein Mensch kann mit Ihnen schauen, was noch möglich ist.

## Versprechen, unter der Nachricht, die sie gibt

promise-callback = Wir melden uns bis { $promise-by } bei Ihnen.
promise-answer = Antwort bis { $promise-by }.
promise-refund = Erstattung bis { $promise-by }.
promise-replacement = Neuer Versand bis { $promise-by }.

## Lange auf jemanden warten

long-wait = Es dauert leider länger. Sie können weiter warten oder diese Seite schließen: Dann melden wir uns hier bis { $promise-by } bei Ihnen.
called-back = Notiert: Bis { $promise-by } meldet sich hier jemand bei Ihnen, mit dem ganzen Gespräch. Ihr Platz in der Warteschlange bleibt Ihnen.
