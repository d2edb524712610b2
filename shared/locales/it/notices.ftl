### Che cosa dice un avviso di un pacco, senza che lo si chieda. Le variabili sono spiegate in fr/notices.ftl.

## Di che cosa si parla

of-order =
    { $naming ->
        [numbered] { " " }dell’ordine n. { $number }
       *[bare] { "" }
    }
of-your-order =
    { $naming ->
        [numbered] { " " }del suo ordine n. { $number }
       *[bare] { " " }del suo ordine
    }

# All’inizio di una frase.
subject =
    { $which ->
        [only] Il suo pacco{ of-order }
        [one] Uno dei pacchi{ of-your-order }
        [some] { $count } pacchi{ of-your-order }
       *[all] I suoi { $count } pacchi{ of-order }
    }

# Dentro una frase, mai dopo una preposizione articolata.
object =
    { $which ->
        [only] il suo pacco{ of-order }
        [one] uno dei pacchi{ of-your-order }
        [some] { $count } pacchi{ of-your-order }
       *[all] i suoi { $count } pacchi{ of-order }
    }

working-days =
    { $silent-days ->
        [one] { $silent-days } giorno lavorativo
       *[other] { $silent-days } giorni lavorativi
    }

## Quello che più avvisi hanno in comune

estimated-next = La consegna è prevista per { $estimate }.
follow-next = Il resto del percorso comparirà qui.
decide-next = Ci dica che cosa preferisce: se ne occuperà una persona del negozio.

## Il corriere ha il pacco

shipped-by =
    { $count ->
        [one] { subject } è in viaggio: { $carrier } lo ha preso in carico.
       *[other] { subject } sono in viaggio: { $carrier } li ha presi in carico.
    }
shipped =
    { $count ->
        [one] { subject } è in viaggio: il corriere lo ha preso in carico.
       *[other] { subject } sono in viaggio: il corriere li ha presi in carico.
    }

## L’ultimo giro

out-for-delivery =
    { $count ->
        [one] { subject } è in consegna.
       *[other] { subject } sono in consegna.
    }
out-for-delivery-next = La avviseremo qui non appena il corriere confermerà la consegna.

## Al punto di ritiro

ready-for-pickup-at =
    { $count ->
        [one] { subject } la aspetta: { $place }.
       *[other] { subject } la aspettano: { $place }.
    }
ready-for-pickup =
    { $count ->
        [one] { subject } è pronto per il ritiro, secondo il corriere.
       *[other] { subject } sono pronti per il ritiro, secondo il corriere.
    }
ready-for-pickup-until-next =
    { $count ->
        [one] Resta lì fino a { $kept-until } compreso. Potrebbero chiederle un documento d’identità.
       *[other] Restano lì fino a { $kept-until } compreso. Potrebbero chiederle un documento d’identità.
    }
ready-for-pickup-next = Potrebbero chiederle un documento d’identità.

## Consegnato

delivered-signed =
    { $count ->
        [one] { subject } è stato consegnato con firma ({ $signed-by }), secondo il corriere.
       *[other] { subject } sono stati consegnati con firma ({ $signed-by }), secondo il corriere.
    }
delivered =
    { $count ->
        [one] { subject } è stato consegnato, secondo il corriere.
       *[other] { subject } sono stati consegnati, secondo il corriere.
    }
delivered-next = Se qualcosa non va, risponda qui: guarderemo insieme.

## Un tentativo senza esito

delivery-attempted-by =
    { $count ->
        [one] { $carrier } è passato per { object }, ma non ha potuto consegnarlo.
       *[other] { $carrier } è passato per { object }, ma non ha potuto consegnarli.
    }
delivery-attempted =
    { $count ->
        [one] Il corriere è passato per { object }, ma non ha potuto consegnarlo.
       *[other] Il corriere è passato per { object }, ma non ha potuto consegnarli.
    }
delivery-attempted-next = Non appena indicherà il seguito, un nuovo passaggio o un punto di ritiro, glielo diremo qui.

## Più tardi del previsto

delayed-from =
    { $count ->
        [one] { subject } è in ritardo: la consegna è ora prevista per { $day }, anziché per { $missed }.
       *[other] { subject } sono in ritardo: la consegna è ora prevista per { $day }, anziché per { $missed }.
    }
delayed-to =
    { $count ->
        [one] { subject } è in ritardo: la consegna è ora prevista per { $day }.
       *[other] { subject } sono in ritardo: la consegna è ora prevista per { $day }.
    }
delayed-by = { $carrier } segnala un ritardo per { object }, senza dare una nuova data.
delayed = Il corriere segnala un ritardo per { object }, senza dare una nuova data.
delayed-to-next = Se non le va bene, risponda qui.
delayed-next = Non appena ce ne sarà una, gliela diremo qui.

## Prima del previsto

sooner-from =
    { $count ->
        [one] Buone notizie: { object } è in anticipo. La consegna è ora prevista per { $day }, anziché per { $beaten }.
       *[other] Buone notizie: { object } sono in anticipo. La consegna è ora prevista per { $day }, anziché per { $beaten }.
    }
sooner-to = Buone notizie per { object }: la consegna è anticipata a { $day }.
sooner =
    { $count ->
        [one] Buone notizie: { object } è in anticipo sulla data annunciata.
       *[other] Buone notizie: { object } sono in anticipo sulla data annunciata.
    }
sooner-next = La avviseremo qui se la data cambierà ancora.

## Un’etichetta e nessun pacco

not-handed-over-for =
    { $count ->
        [one] L’etichetta per { object } è pronta da { working-days }, ma il corriere non lo ha ancora preso in carico.
       *[other] Le etichette per { object } sono pronte da { working-days }, ma il corriere non li ha ancora presi in carico.
    }
not-handed-over =
    { $count ->
        [one] L’etichetta per { object } è pronta, ma il corriere non lo ha ancora preso in carico.
       *[other] Le etichette per { object } sono pronte, ma il corriere non li ha ancora presi in carico.
    }
not-handed-over-next = La avviseremo qui non appena annuncerà la partenza.

## Nessuno lo ha scansionato

stalled-for =
    { $count ->
        [one] { subject } non viene registrato dal corriere da { working-days }.
       *[other] { subject } non vengono registrati dal corriere da { working-days }.
    }
stalled =
    { $count ->
        [one] { subject } non viene registrato dal corriere da diversi giorni.
       *[other] { subject } non vengono registrati dal corriere da diversi giorni.
    }
stalled-next = Continuiamo a seguire il percorso: ogni nuovo passaggio comparirà qui.

## Il giorno promesso è passato

late-since =
    { $count ->
        [one] { subject } era atteso per { $day }; il corriere non lo ha ancora consegnato.
       *[other] { subject } erano attesi per { $day }; il corriere non li ha ancora consegnati.
    }
late =
    { $count ->
        [one] { subject } non è stato consegnato nel giorno annunciato.
       *[other] { subject } non sono stati consegnati nel giorno annunciato.
    }
late-estimated-next = La consegna è ora prevista per { $estimate }.
late-next = Il corriere non ha dato una nuova data; non appena ce ne sarà una, gliela diremo qui.

## Troppo tardi per il giorno che conta

will-miss-deadline-unsent =
    { $naming ->
        [numbered] Il suo ordine n. { $number } non è ancora partito e difficilmente arriverà entro { $day }.
       *[bare] Il suo ordine non è ancora partito e difficilmente arriverà entro { $day }.
    }
will-miss-deadline-estimated =
    { $count ->
        [one] { subject } difficilmente arriverà entro { $day }: la consegna è prevista per { $estimate }.
       *[other] { subject } difficilmente arriveranno entro { $day }: la consegna è prevista per { $estimate }.
    }
will-miss-deadline-by =
    { $count ->
        [one] { subject } difficilmente arriverà entro { $day }.
       *[other] { subject } difficilmente arriveranno entro { $day }.
    }
will-miss-deadline =
    { $count ->
        [one] { subject } difficilmente arriverà in tempo.
       *[other] { subject } difficilmente arriveranno in tempo.
    }
will-miss-deadline-next = Meglio saperlo subito: ci dica che cosa preferisce.

## Ancora per poco al punto di ritiro

pickup-reminder-at =
    { $count ->
        [one] { subject } la aspetta ancora, fino a { $day } compreso: { $place }.
       *[other] { subject } la aspettano ancora, fino a { $day } compreso: { $place }.
    }
pickup-reminder-until =
    { $count ->
        [one] { subject } la aspetta ancora al punto di ritiro, fino a { $day } compreso.
       *[other] { subject } la aspettano ancora al punto di ritiro, fino a { $day } compreso.
    }
pickup-reminder =
    { $count ->
        [one] { subject } la aspetta ancora al punto di ritiro, ma per poco.
       *[other] { subject } la aspettano ancora al punto di ritiro, ma per poco.
    }
pickup-reminder-next =
    { $count ->
        [one] Poi torna al negozio. Potrebbero chiederle un documento d’identità.
       *[other] Poi tornano al negozio. Potrebbero chiederle un documento d’identità.
    }

## Un altro punto di ritiro

point-closed = Il punto di ritiro previsto per { object } è chiuso, secondo il corriere.
point-full = Il punto di ritiro previsto per { object } è pieno, secondo il corriere.
point-moved-to =
    { $count ->
        [one] { subject } va a un altro punto di ritiro: { $place }.
       *[other] { subject } vanno a un altro punto di ritiro: { $place }.
    }
point-moved =
    { $count ->
        [one] { subject } va a un punto di ritiro diverso dal previsto.
       *[other] { subject } vanno a un punto di ritiro diverso dal previsto.
    }
point-changed = Il punto di ritiro previsto per { object } non è più disponibile, secondo il corriere.
point-moved-next =
    { $count ->
        [one] La avviseremo qui non appena potrà ritirarlo.
       *[other] La avviseremo qui non appena potrà ritirarli.
    }
point-changed-next = Non appena il corriere indicherà il seguito, glielo diremo qui.

## In dogana

customs-hold =
    { $count ->
        [one] { subject } è fermo in dogana.
       *[other] { subject } sono fermi in dogana.
    }
customs-hold-next = Se le chiedono un documento o un pagamento, verifichi prima che la richiesta venga dal corriere. Il resto del percorso comparirà qui.

## L’indirizzo non va bene

address-problem-by = { $carrier } non può consegnare { object }: l’indirizzo è sbagliato o incompleto.
address-problem = Il corriere non può consegnare { object }: l’indirizzo è sbagliato o incompleto.
address-problem-next = Ci dia l’indirizzo esatto o un punto di ritiro: se ne occuperà una persona del negozio.

## Danneggiato

damaged =
    { $count ->
        [one] { subject } è danneggiato, secondo il corriere.
       *[other] { subject } sono danneggiati, secondo il corriere.
    }

## Di ritorno

returning =
    { $count ->
        [one] { subject } torna al negozio, secondo il corriere.
       *[other] { subject } tornano al negozio, secondo il corriere.
    }
returned =
    { $count ->
        [one] { subject } è tornato al negozio, secondo il corriere.
       *[other] { subject } sono tornati al negozio, secondo il corriere.
    }

## Perso, ritrovato

declared-lost =
    { $count ->
        [one] { subject } è andato perso, secondo il corriere.
       *[other] { subject } sono andati persi, secondo il corriere.
    }
presumed-lost-after =
    { $count ->
        [one] { subject } non si vede da { working-days }: lo consideriamo perso.
       *[other] { subject } non si vedono da { working-days }: li consideriamo persi.
    }
presumed-lost =
    { $count ->
        [one] { subject } non si vede da troppo tempo: lo consideriamo perso.
       *[other] { subject } non si vedono da troppo tempo: li consideriamo persi.
    }
found =
    { $count ->
        [one] { subject } è stato ritrovato ed è di nuovo in viaggio.
       *[other] { subject } sono stati ritrovati e sono di nuovo in viaggio.
    }
