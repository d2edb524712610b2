### Che cosa dice l’assistente di suo, e a che punto è un ordine.
### Le variabili sono spiegate in fr/notices.ftl.

## Cortesie

greeting = Buongiorno! Posso dirle dov’è il suo ordine o metterla in contatto con una persona.
thanked = Con piacere. Posso fare altro per lei?
tell-more = Certo. Di che cosa si tratta?
no-more = Va bene. Sono qui se ha bisogno.
settled = Bene! Se qualcosa cambia, la avviso qui.

## Che cosa non sa

not-understood = Non sono sicuro di aver capito e preferisco non indovinare. So seguire un ordine; per il resto, una persona leggerà il suo messaggio così come l’ha scritto.
articles-found = Ecco che cosa dice l’aiuto del negozio. Se non risponde alla sua domanda, una persona leggerà il suo messaggio così come l’ha scritto.

## Trovare un ordine

which-order = Indichi il numero dell’ordine e l’e-mail o il codice postale dell’acquisto: guardo subito.
proof-failed = Nessun ordine corrisponde a questi dati. Verifichi il numero nell’e-mail di conferma e provi con l’e-mail o il codice postale di consegna. Anche una persona può cercare con lei.
proof-sent =
    { $naming ->
        [numbered] Ordine n. { $number }
       *[bare] Ordine
    }

## Chiedere qualcosa di un ordine

ask-refund =
    { $naming ->
        [numbered] Vuole che chieda a una persona il rimborso dell’ordine n. { $number }?
       *[bare] Vuole che chieda a una persona il rimborso di questo ordine?
    }
ask-other-address =
    { $naming ->
        [numbered] Vuole che chieda a una persona un altro indirizzo o un altro punto di ritiro per l’ordine n. { $number }?
       *[bare] Vuole che chieda a una persona un altro indirizzo o un altro punto di ritiro per questo ordine?
    }

## Passare a una persona

handed-off-requested = Passo la richiesta a una persona, con tutta la conversazione: non dovrà ripetere nulla. Può continuare a scrivere qui.
handed-off-not-understood = Non posso risponderle io: passo la sua domanda, così com’è, a una persona.
handed-off-decision = Serve una decisione umana: passo la richiesta a una persona, con il percorso del pacco.
handed-off-reopened = Riapro la sua richiesta: una persona la riprende con tutta la cronologia.

## Quando una richiesta è risolta

is-it-settled = Per noi è tutto risolto. È così? Se non abbiamo sue notizie entro tre giorni, chiuderemo la richiesta; basta un messaggio per riaprirla.
how-was-it = Come abbiamo gestito la sua richiesta? Basta un tocco.
rated = Grazie, il suo parere aiuta tutta la squadra.
rated-badly = Grazie di avercelo detto, e ci scusi. Se resta qualcosa da risolvere, una persona riprende la sua richiesta.
would-recommend = Un’ultima domanda: da 0 a 10, consiglierebbe il negozio a un amico? 0 è per niente, 10 è senza esitare.
scored = Grazie, ne abbiamo preso nota.

## Risposte con un tocco

choice-track-order = Dov’è il mio ordine?
choice-other-order = Un altro ordine
choice-talk-to-human = Parlare con una persona
choice-settled = È risolto, grazie
choice-wait = Aspetto
choice-other-address = A un altro indirizzo
choice-other-point = A un altro punto di ritiro
choice-send-again = Un nuovo invio
choice-refund = Un rimborso
choice-not-received = Non l’ho ricevuto
choice-still-missing = Ho cercato, niente
choice-mute-order = Non avvisarmi più
choice-unmute-order = Avvisarmi di nuovo
choice-call-back = Ricontattatemi più tardi
choice-not-settled = Non ancora
choice-rate-good = Molto bene
choice-rate-fair = Così così
choice-rate-bad = Male

## A che punto è un ordine

the-order =
    { $naming ->
        [numbered] Il suo ordine n. { $number }
       *[bare] Il suo ordine
    }
order-cancelled = { the-order } è stato annullato dal negozio.
order-unsent = { the-order } è registrato e non è ancora stato spedito. Per ora non c’è una data di consegna; la avviso qui non appena parte.
order-in-parcels = { the-order } viaggia in { $count } pacchi. Ecco a che punto è ciascuno.
order-pre-transit = { the-order } è pronto; il corriere non lo ha ancora preso in carico.
order-in-transit = { the-order } è in viaggio.
order-out-for-delivery = { the-order } è in consegna.
order-ready-for-pickup = { the-order } la aspetta al punto di ritiro.
order-attempted = { the-order } è stato portato al suo indirizzo, ma non è stato possibile consegnarlo. Il corriere indica il seguito sulla sua pagina.
order-delivered = { the-order } è stato consegnato, secondo il corriere. Se non l’ha ricevuto, lo dica qui a una persona.
order-delayed = { the-order } è in viaggio, in ritardo.
order-exception = { the-order } ha un problema presso il corriere; i dettagli sono qui sotto.
order-returning = { the-order } torna al negozio, secondo il corriere.
order-lost = { the-order } è stato dichiarato perso dal corriere.
order-shipment-cancelled = { the-order } ha la spedizione annullata dal corriere.
order-unknown = { the-order } è presso il corriere, che non ha detto nulla di chiaro. Per ora non posso dire di più.
order-estimated = Il corriere prevede la consegna per { $estimate }.
