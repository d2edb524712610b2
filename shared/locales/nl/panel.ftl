### Wat het venster uit zichzelf tegen de klant zegt.

## Het gesprek

assistant = Automatische assistent
with-agent = { $name } antwoordt u
waiting = U wacht op een medewerker
waiting-at =
    { $place ->
        [1] U wacht op een medewerker: u bent de volgende
       *[other] U wacht op een medewerker, plaats { $place } in de rij
    }
about-minutes = ongeveer { NUMBER($minutes) } min
nobody-there = Er is nu niemand. Uw bericht is bewaard en wordt gelezen.
closed = Gesprek gesloten
resolved = Dit gesprek is gesloten. Schrijf om het weer te openen.
handed-over = Uw gesprek gaat met alles wat is gezegd naar een medewerker.
back-to-assistant = De automatische assistent neemt het gesprek weer over.
took-over = { $name } neemt nu deel aan het gesprek.
close = Chat sluiten
talk-to-human = Een medewerker spreken
track-order = Mijn bestelling volgen
greeting = Goedendag, u spreekt met { $shop }.
greeting-more = Wat kunnen we voor u doen?
ask-for-order = Waar is mijn bestelling nr. { $number }?
transcript = Gesprek
connecting = Verbinden…
offline = Verbinding verbroken. Uw berichten gaan weg zodra ze terug is.
ended = Uw sessie is afgelopen. Laad de pagina opnieuw.
earlier = Eerdere berichten tonen
unread = Nieuwe berichten
today = Vandaag
yesterday = Gisteren
you = U
# Voor een bericht dat wordt voorgelezen.
said = { $who }:
typing = { $who } schrijft…
typing-somebody = Er wordt een antwoord geschreven…

## Schrijven

message = Uw bericht
message-hint = Schrijf uw bericht
send = Versturen
sending = Versturen…
sent = Verstuurd
seen = Gelezen
unanswered = Niet verstuurd.
retry = Opnieuw proberen
edit = Wijzigen
characters-left =
    { $count ->
        [one] nog { $count } teken
       *[other] nog { $count } tekens
    }
characters-over =
    { $count ->
        [one] Te lang: haal { $count } teken weg.
       *[other] Te lang: haal { $count } tekens weg.
    }
refused =
    { $code ->
        [too_large] Het bericht is te lang. Kort het in of verstuur het in twee delen.
        [too_long] Het bericht is te lang. Kort het in of verstuur het in twee delen.
        [too_fast] Te veel berichten tegelijk. Wacht even en probeer het opnieuw.
        [conflict] Dit bericht is onderweg veranderd. Wijzig het en verstuur het opnieuw.
        [empty] Het bericht is leeg. Schrijf een paar woorden.
        [forbidden] Dit kan voor u niet. Vraag om een medewerker te spreken.
        [not_found] Niet gevonden. Laad de pagina opnieuw en probeer het nog eens.
        [locked] Te veel pogingen voor deze bestelling. U kunt ook een medewerker spreken.
        [unavailable] Er ging iets mis aan onze kant. Uw bericht is bewaard; probeer het opnieuw.
       *[other] Dit kan hier niet. Laad de pagina opnieuw en probeer het nog eens.
    }
retry-in-seconds = Probeer het over { NUMBER($count) } s opnieuw.
retry-in-minutes = Probeer het over { NUMBER($count) } min. opnieuw.
retry-in-hours = Probeer het over { NUMBER($count) } u opnieuw.

## De bestelling

news = Nieuws over uw pakket
order = Bestelling nr. { $number }
placed = Geplaatst op { $day }
cancelled = Bestelling geannuleerd
preparing = De winkel maakt uw bestelling klaar. Er is nog niets vertrokken.
more-items =
    { $count ->
        [one] en nog { $count } artikel
       *[other] en nog { $count } artikelen
    }
parcel = Pakket { NUMBER($number) } van { NUMBER($count) }
expected = Verwachte bezorging
first-promised = eerst aangekondigd voor { $day }
carrier = Vervoerder
tracking-number = Volgnummer
track-at = Volgen bij { $carrier }
track = Het pakket volgen
new-tab = (nieuw tabblad)
pickup-point = Afhaalpunt
kept-until = Het pakket blijft daar tot en met { $day }.
hours = Openingstijden
open-until = Open tot { $hour }
opens-again = Gesloten; opent { $day } om { $hour }
closed-that-day = Gesloten
closed-on = Bij uitzondering gesloten op { $day }.
closed-between = Bij uitzondering gesloten van { $first } tot en met { $last }.
bring = Er kan om een identiteitsbewijs worden gevraagd.
way-there = Op de kaart bekijken
history = Hele geschiedenis ({ NUMBER($count) })
step =
    { $name ->
        [ordered] Besteld
        [shipped] Verzonden
        [out_for_delivery] Onderweg naar u
        [ready_for_pickup] Bij het afhaalpunt
        [delivered] Bezorgd
       *[returned] Terug
    }
status =
    { $name ->
        [pre_transit] Binnenkort bij de vervoerder
        [in_transit] Onderweg
        [out_for_delivery] Wordt nu bezorgd
        [available_for_pickup] Klaar bij het afhaalpunt
        [delivery_attempted] Bezorging geprobeerd
        [delivered] Bezorgd
        [delayed] Vertraagd
        [exception] Een probleem houdt het pakket op
        [returning] Op de terugweg naar de winkel
        [returned] Terug bij de winkel
        [lost] Onvindbaar bij de vervoerder
        [cancelled] Verzending geannuleerd
       *[unknown] Nog geen nieuws van de vervoerder
    }
reason =
    { $name ->
        [customs] Het is bij de douane.
        [address] Het adres is onjuist of onvolledig.
        [refused] Het pakket is geweigerd.
        [absent] Er was niemand.
        [damaged] Het pakket is beschadigd.
        [point_closed] Het afhaalpunt is gesloten.
        [point_full] Het afhaalpunt is vol.
        [point_moved] Het pakket gaat naar een ander afhaalpunt.
       *[disruption] Het weer, een staking of iets dergelijks houdt veel pakketten op.
    }

## Het overzicht

back = Terug
your-orders = Uw bestellingen
no-orders = Hier wordt nog geen bestelling gevolgd.
what-next = Wat er nu gebeurt
your-conversations = Uw gesprekken
write-to-us = Ons schrijven
ask-about-order = Iets vragen over deze bestelling
seek = Een antwoord zoeken
no-answer = Hierover staat hier niets. Vraag het ons.
unsought = Het zoeken antwoordt niet. Probeer het opnieuw.
desk-open = Tot { $hour } antwoordt er iemand.
desk-opens = Vanaf { $day } { $hour } antwoordt er weer iemand.
usual-wait = Gebruikelijke wachttijd: ongeveer { NUMBER($minutes) } min.

## Een bestelling vinden

form-title = Mijn bestelling vinden
number = Bestelnummer
number-hint = Het staat in de bevestigingsmail, bijvoorbeeld 1042.
number-missing = Vul het bestelnummer in.
proof = E-mail of postcode
proof-hint = Die van de bestelling.
proof-missing = Vul het e-mailadres of de postcode van de bestelling in.
look-up = Zoeken
