### Was das Fenster der Kundschaft von sich aus sagt.

## Das Gespräch

assistant = Automatischer Assistent
with-agent = { $name } antwortet Ihnen
waiting = Sie warten auf einen Menschen
waiting-at =
    { $place ->
        [1] Sie warten auf einen Menschen: Sie sind als Nächstes dran
       *[other] Sie warten auf einen Menschen, Platz { $place } in der Reihe
    }
about-minutes = etwa { NUMBER($minutes) } Min.
nobody-there = Gerade ist niemand da. Ihre Nachricht ist gespeichert und wird gelesen.
closed = Gespräch beendet
resolved = Dieses Gespräch ist beendet. Schreiben Sie, um es wieder zu öffnen.
handed-over = Ihr Gespräch geht mit allem, was gesagt wurde, an einen Menschen.
back-to-assistant = Der automatische Assistent übernimmt wieder.
took-over = { $name } ist dem Gespräch beigetreten.
close = Chat schließen
talk-to-human = Mit einem Menschen sprechen
track-order = Meine Bestellung verfolgen
greeting = Guten Tag, hier ist { $shop }.
greeting-more = Was können wir für Sie tun?
ask-for-order = Wo ist meine Bestellung Nr. { $number }?
transcript = Gespräch
connecting = Verbindung wird hergestellt…
offline = Verbindung unterbrochen. Ihre Nachrichten gehen hinaus, sobald sie wieder steht.
ended = Ihre Sitzung ist abgelaufen. Laden Sie die Seite neu.
earlier = Frühere Nachrichten zeigen
unread = Neue Nachrichten
today = Heute
yesterday = Gestern
you = Sie
# Vor einer Nachricht, die vorgelesen wird.
said = { $who }:
typing = { $who } schreibt…
typing-somebody = Eine Antwort wird geschrieben…

## Schreiben

message = Ihre Nachricht
message-hint = Nachricht schreiben
send = Senden
sending = Wird gesendet…
sent = Gesendet
seen = Gelesen
unanswered = Nicht gesendet.
retry = Erneut versuchen
edit = Bearbeiten
characters-left =
    { $count ->
        [one] noch { $count } Zeichen
       *[other] noch { $count } Zeichen
    }
characters-over =
    { $count ->
        [one] Zu lang: Kürzen Sie um { $count } Zeichen.
       *[other] Zu lang: Kürzen Sie um { $count } Zeichen.
    }
refused =
    { $code ->
        [too_large] Die Nachricht ist zu lang. Kürzen Sie sie oder senden Sie sie in zwei Teilen.
        [too_long] Die Nachricht ist zu lang. Kürzen Sie sie oder senden Sie sie in zwei Teilen.
        [too_fast] Zu viele Nachrichten auf einmal. Warten Sie einen Moment und versuchen Sie es erneut.
        [conflict] Diese Nachricht hat sich unterwegs geändert. Bearbeiten Sie sie und senden Sie sie erneut.
        [empty] Die Nachricht ist leer. Schreiben Sie ein paar Worte.
        [forbidden] Das steht Ihnen nicht offen. Bitten Sie um ein Gespräch mit einem Menschen.
        [not_found] Nicht gefunden. Laden Sie die Seite neu und versuchen Sie es erneut.
        [locked] Zu viele Versuche für diese Bestellung. Sie können auch mit einem Menschen sprechen.
        [unavailable] Bei uns ist etwas schiefgegangen. Ihre Nachricht ist gespeichert; versuchen Sie es erneut.
       *[other] Das geht hier nicht. Laden Sie die Seite neu und versuchen Sie es erneut.
    }
retry-in-seconds = Versuchen Sie es in { NUMBER($count) } s erneut.
retry-in-minutes = Versuchen Sie es in { NUMBER($count) } Min. erneut.
retry-in-hours = Versuchen Sie es in { NUMBER($count) } Std. erneut.

## Die Bestellung

news = Neues von Ihrem Paket
order = Bestellung Nr. { $number }
placed = Bestellt am { $day }
cancelled = Bestellung storniert
preparing = Der Shop bereitet Ihre Bestellung vor. Noch ist nichts verschickt.
more-items =
    { $count ->
        [one] und { $count } weiterer Artikel
       *[other] und { $count } weitere Artikel
    }
parcel = Paket { NUMBER($number) } von { NUMBER($count) }
expected = Voraussichtliche Zustellung
first-promised = zuerst angekündigt für { $day }
carrier = Paketdienst
tracking-number = Sendungsnummer
track-at = Bei { $carrier } verfolgen
track = Paket verfolgen
new-tab = (neuer Tab)
pickup-point = Abholstelle
kept-until = Das Paket wird dort bis { $day } aufbewahrt.
hours = Öffnungszeiten
open-until = Geöffnet bis { $hour }
opens-again = Geschlossen; öffnet { $day } um { $hour }
closed-that-day = Geschlossen
closed-on = Ausnahmsweise geschlossen am { $day }.
closed-between = Ausnahmsweise geschlossen von { $first } bis { $last }.
bring = Halten Sie bitte einen Ausweis bereit.
way-there = Auf der Karte ansehen
history = Ganzer Verlauf ({ NUMBER($count) })
step =
    { $name ->
        [ordered] Bestellt
        [shipped] Verschickt
        [out_for_delivery] In Zustellung
        [ready_for_pickup] Abholbereit
        [delivered] Zugestellt
       *[returned] Zurück
    }
status =
    { $name ->
        [pre_transit] Bald beim Paketdienst
        [in_transit] Unterwegs
        [out_for_delivery] In Zustellung
        [available_for_pickup] In der Abholstelle abholbereit
        [delivery_attempted] Zustellung versucht
        [delivered] Zugestellt
        [delayed] Verspätet
        [exception] Ein Problem hält das Paket auf
        [returning] Auf dem Weg zurück zum Shop
        [returned] Wieder beim Shop
        [lost] Beim Paketdienst nicht auffindbar
        [cancelled] Versand storniert
       *[unknown] Noch nichts Neues vom Paketdienst
    }
reason =
    { $name ->
        [customs] Es ist beim Zoll.
        [address] Die Adresse ist falsch oder unvollständig.
        [refused] Das Paket wurde abgelehnt.
        [absent] Niemand war da.
        [damaged] Das Paket ist beschädigt.
        [point_closed] Die Abholstelle ist geschlossen.
        [point_full] Die Abholstelle ist voll.
        [point_moved] Das Paket geht an eine andere Abholstelle.
       *[disruption] Wetter, ein Streik oder Ähnliches hält viele Pakete auf.
    }

## Der Überblick

back = Zurück
your-orders = Ihre Bestellungen
no-orders = Hier wird noch keine Bestellung verfolgt.
what-next = Wie es weitergeht
your-conversations = Ihre Gespräche
write-to-us = Uns schreiben
ask-about-order = Zu dieser Bestellung fragen
seek = Eine Antwort suchen
no-answer = Dazu steht hier nichts. Fragen Sie uns.
unsought = Die Suche antwortet nicht. Versuchen Sie es erneut.
desk-open = Bis { $hour } antwortet Ihnen jemand.
desk-opens = Ab { $day }, { $hour } antwortet Ihnen wieder jemand.
usual-wait = Übliche Wartezeit: etwa { NUMBER($minutes) } Min.

## Eine Bestellung finden

form-title = Meine Bestellung finden
number = Bestellnummer
number-hint = Sie steht in der Bestätigungs-E-Mail, zum Beispiel 1042.
number-missing = Geben Sie die Bestellnummer ein.
proof = E-Mail oder Postleitzahl
proof-hint = Wie bei der Bestellung angegeben.
proof-missing = Geben Sie die E-Mail-Adresse oder die Postleitzahl der Bestellung ein.
look-up = Suchen
