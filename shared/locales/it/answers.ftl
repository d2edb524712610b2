### Che cosa risponde l’assistente quando si sceglie, per un pacco, una delle possibilità offerte.
### Le variabili sono spiegate in fr/notices.ftl.

## Aspettare

will-watch-estimated =
    { $count ->
        [one] Va bene. La consegna è prevista per { $estimate }, per { object }: la avviso qui se la data cambia e non appena sarà in consegna.
       *[other] Va bene. La consegna è prevista per { $estimate }, per { object }: la avviso qui se la data cambia e non appena saranno in consegna.
    }
will-watch =
    { $count ->
        [one] Va bene. Continuo a seguire { object }: la avviso qui non appena sarà in consegna o pronto per il ritiro, e se succede altro.
       *[other] Va bene. Continuo a seguire { object }: la avviso qui non appena saranno in consegna o pronti per il ritiro, e se succede altro.
    }

## Consegnato, ma non ricevuto

usual-places =
    { $count ->
        [one] Vediamo insieme. Guardi prima nella cassetta della posta, dai vicini, in portineria o alla reception, e chieda a chi abita con lei. Se il pacco non c’è, passo la richiesta a una persona.
       *[other] Vediamo insieme. Guardi prima nella cassetta della posta, dai vicini, in portineria o alla reception, e chieda a chi abita con lei. Se i pacchi non ci sono, passo la richiesta a una persona.
    }
proof-signed = Il corriere ha annotato questa firma: { $signed-by }.
proof-shown = La sua prova di consegna: { $proof-url }.

## Chiedere a una persona

request-other-address = Per { object }, passo a una persona la sua richiesta di un altro indirizzo, con tutto il percorso. Lo scriva qui: sarà subito sotto i suoi occhi.
request-other-point = Per { object }, passo a una persona la sua richiesta di un altro punto di ritiro, con tutto il percorso. Dica qui quale le va bene: sarà subito sotto i suoi occhi.
request-send-again = Per { object }, passo a una persona la sua richiesta di un nuovo invio, con tutto il percorso: non dovrà ripetere nulla.
request-refund = Per { object }, passo a una persona la sua richiesta di rimborso, con tutto il percorso: non dovrà ripetere nulla.
request-inquiry = Per { object }, segnalo a una persona che non ha ricevuto nulla, con tutto il percorso: non dovrà ripetere nulla.
answer-promised = Una persona le risponderà entro { $promise-by }.
answer-coming = Una persona le risponderà qui.

## Niente più avvisi, di nuovo avvisi

muted =
    { $naming ->
        [numbered] Va bene: non la avviso più per l’ordine n. { $number }, salvo se un pacco è consegnato, perso o tornato al negozio.
       *[bare] Va bene: non la avviso più per questo ordine, salvo se un pacco è consegnato, perso o tornato al negozio.
    }
unmuted =
    { $naming ->
        [numbered] Va bene: la avviso di nuovo qui per l’ordine n. { $number }.
       *[bare] Va bene: la avviso di nuovo qui per questo ordine.
    }

## Fino a quando ordinare, e se arriverà in tempo

order-until = Per riceverlo entro { $day }, ordini prima di { $order-before }: { $offer }.
order-instead = È troppo tardi per una consegna entro { $day }. Ancora possibile prima di { $order-before }: { $offer }.
no-cutoff-for = Non ho un termine sicuro da darle per { $day } e preferisco non tirare a indovinare. Una persona può risponderle.
no-cutoff = Non ho un termine sicuro da darle e preferisco non tirare a indovinare. Una persona può risponderle.
in-time = La consegna è prevista per { $estimate }, in tempo per { $day }. È la stima del corriere: se cambia, la avviso qui.
in-time-unknown = Il corriere non ha indicato una data per tutto, quindi non posso prometterle { $day }. Appena ne dà una, la avviso qui.
too-late = La consegna è prevista per { $estimate }, dopo { $day }. Una persona può vedere con lei che cosa è ancora possibile.

## Promesse, sotto il messaggio che le fa

promise-callback = La ricontattiamo entro { $promise-by }.
promise-answer = Risposta entro { $promise-by }.
promise-refund = Rimborso entro { $promise-by }.
promise-replacement = Nuova spedizione entro { $promise-by }.

## Aspettare a lungo una persona

long-wait = L’attesa si prolunga, e ce ne scusiamo. Può continuare ad aspettare o chiudere questa pagina: in tal caso la ricontattiamo qui entro { $promise-by }.
called-back = Annotato: una persona la ricontatterà qui entro { $promise-by }, con tutta la conversazione. Il suo posto in coda resta suo.
