### Che cosa dice il pannello, di suo, a chi acquista.

## La conversazione

assistant = Assistente automatico
with-agent = { $name } le risponde
waiting = In attesa di una persona
waiting-at =
    { $place ->
        [1] In attesa di una persona: tocca a lei
       *[other] In attesa di una persona, posto { $place } in coda
    }
about-minutes = circa { NUMBER($minutes) } min
nobody-there = Ora non c’è nessuno. Il suo messaggio è conservato e sarà letto.
closed = Conversazione chiusa
resolved = Questa conversazione è chiusa. Scriva per riaprirla.
handed-over = La sua conversazione passa a una persona, con tutto ciò che è stato detto.
back-to-assistant = L’assistente automatico riprende la conversazione.
took-over = { $name } si è unito alla conversazione.
close = Chiudere la chat
talk-to-human = Parlare con una persona
track-order = Seguire il mio ordine
greeting = Buongiorno, qui { $shop }.
greeting-more = Che cosa possiamo fare per lei?
ask-for-order = Dov’è il mio ordine n. { $number }?
transcript = Conversazione
connecting = Connessione…
offline = Connessione persa. I suoi messaggi partiranno appena tornerà.
ended = La sua sessione è terminata. Ricarichi la pagina.
earlier = Vedere i messaggi precedenti
unread = Nuovi messaggi
today = Oggi
yesterday = Ieri
you = Lei
# Davanti a un messaggio letto ad alta voce.
said = { $who }:
typing = { $who } sta scrivendo…
typing-somebody = Si sta scrivendo una risposta…

## Scrivere

message = Il suo messaggio
message-hint = Scriva il suo messaggio
send = Inviare
sending = Invio…
sent = Inviato
seen = Letto
unanswered = Non inviato.
retry = Riprovare
edit = Modificare
characters-left =
    { $count ->
        [one] { $count } carattere rimasto
       *[other] { $count } caratteri rimasti
    }
characters-over =
    { $count ->
        [one] Troppo lungo: tolga { $count } carattere.
       *[other] Troppo lungo: tolga { $count } caratteri.
    }
refused =
    { $code ->
        [too_large] Messaggio troppo lungo. Lo accorci o lo invii in due parti.
        [too_long] Messaggio troppo lungo. Lo accorci o lo invii in due parti.
        [too_fast] Troppi messaggi insieme. Attenda un momento, poi riprovi.
        [conflict] Questo messaggio è cambiato nel frattempo. Lo modifichi, poi lo invii di nuovo.
        [empty] Il messaggio è vuoto. Scriva qualche parola.
        [forbidden] Questo non le è consentito. Chieda di parlare con una persona.
        [not_found] Non trovato. Ricarichi la pagina, poi riprovi.
        [locked] Troppi tentativi per questo ordine. Può anche parlare con una persona.
        [unavailable] Un problema da parte nostra. Il suo messaggio è conservato; riprovi.
       *[other] Qui non è possibile. Ricarichi la pagina, poi riprovi.
    }
retry-in-seconds = Riprovi tra { NUMBER($count) } s.
retry-in-minutes = Riprovi tra { NUMBER($count) } min.
retry-in-hours = Riprovi tra { NUMBER($count) } h.

## L’ordine

news = Novità sul suo pacco
order = Ordine n. { $number }
placed = Effettuato { $day }
cancelled = Ordine annullato
preparing = Il negozio prepara il suo ordine. Non è ancora partito nulla.
more-items =
    { $count ->
        [one] e { $count } altro articolo
       *[other] e { $count } altri articoli
    }
parcel = Pacco { NUMBER($number) } di { NUMBER($count) }
expected = Consegna prevista
first-promised = annunciata prima per { $day }
carrier = Corriere
tracking-number = Numero di spedizione
track-at = Seguire con { $carrier }
track = Seguire il pacco
new-tab = (nuova scheda)
pickup-point = Punto di ritiro
kept-until = Il pacco resta lì fino a { $day }.
hours = Orari
open-until = Aperto fino alle { $hour }
opens-again = Chiuso; apre { $day } alle { $hour }
closed-that-day = Chiuso
closed-on = Chiuso eccezionalmente { $day }.
closed-between = Chiuso eccezionalmente da { $first } a { $last }.
bring = Potrebbero chiederle un documento d’identità.
way-there = Vedere sulla mappa
history = Tutta la cronologia ({ NUMBER($count) })
step =
    { $name ->
        [ordered] Ordinato
        [shipped] Spedito
        [out_for_delivery] In consegna
        [ready_for_pickup] Da ritirare
        [delivered] Consegnato
       *[returned] Restituito
    }
status =
    { $name ->
        [pre_transit] Presto dal corriere
        [in_transit] In viaggio
        [out_for_delivery] In consegna
        [available_for_pickup] Pronto al punto di ritiro
        [delivery_attempted] Consegna tentata
        [delivered] Consegnato
        [delayed] In ritardo
        [exception] Un problema trattiene il pacco
        [returning] Di ritorno al negozio
        [returned] Tornato al negozio
        [lost] Il corriere non lo trova
        [cancelled] Spedizione annullata
       *[unknown] Ancora nessuna notizia dal corriere
    }
reason =
    { $name ->
        [customs] È in dogana.
        [address] L’indirizzo è sbagliato o incompleto.
        [refused] Il pacco è stato rifiutato.
        [absent] Non c’era nessuno.
        [damaged] Il pacco è danneggiato.
        [point_closed] Il punto di ritiro è chiuso.
        [point_full] Il punto di ritiro è pieno.
        [point_moved] Il pacco va a un altro punto di ritiro.
       *[disruption] Maltempo, uno sciopero o simili trattengono molti pacchi.
    }

## A colpo d’occhio

back = Indietro
your-orders = I suoi ordini
no-orders = Qui non si segue ancora nessun ordine.
what-next = Che cosa succede ora
your-conversations = Le sue conversazioni
write-to-us = Scriverci
ask-about-order = Fare una domanda su questo ordine
seek = Cercare una risposta
no-answer = Qui non c’è nulla su questo. Ce lo chieda.
unsought = La ricerca non risponde. Riprovi.
desk-open = Qualcuno risponde fino alle { $hour }.
desk-opens = Qualcuno risponderà di nuovo { $day } alle { $hour }.
usual-wait = Attesa abituale: circa { NUMBER($minutes) } min.

## Trovare un ordine

form-title = Trovare il mio ordine
number = Numero dell’ordine
number-hint = È nell’e-mail di conferma, per esempio 1042.
number-missing = Indichi il numero dell’ordine.
proof = E-mail o codice postale
proof-hint = Quello dell’ordine.
proof-missing = Indichi l’e-mail o il codice postale dell’ordine.
look-up = Trovare
