### Wat de assistent uit zichzelf zegt, en hoe het met een bestelling staat.
### De variabelen staan uitgelegd in fr/notices.ftl.

## Beleefdheden

greeting = Goedendag! Ik kan u zeggen waar uw bestelling is, of u doorverbinden met een medewerker.
thanked = Graag gedaan. Kan ik nog iets voor u doen?
tell-more = Natuurlijk. Waar gaat het over?
no-more = Goed. Ik ben hier als u mij nodig hebt.
settled = Fijn! Als er iets verandert, meld ik het u hier.

## Wat hij niet weet

not-understood = Ik weet niet zeker of ik u begrijp, en ik raad liever niet. Ik kan een bestelling volgen; al het andere leest een medewerker zoals u het hebt geschreven.
articles-found = Dit zegt de hulp van de winkel. Als het uw vraag niet beantwoordt, leest een medewerker uw bericht zoals u het hebt geschreven.

## Een bestelling vinden

which-order = Geef het bestelnummer en het e-mailadres of de postcode van de bestelling: ik kijk meteen.
proof-failed = Bij deze gegevens hoort geen bestelling. Controleer het nummer in de bevestigingsmail en probeer het e-mailadres of de postcode van de bezorging. Een medewerker kan ook met u zoeken.
proof-sent =
    { $naming ->
        [numbered] Bestelling nr. { $number }
       *[bare] Bestelling
    }

## Iets vragen over een bestelling

ask-refund =
    { $naming ->
        [numbered] Zal ik een medewerker vragen om bestelling nr. { $number } terug te betalen?
       *[bare] Zal ik een medewerker vragen om deze bestelling terug te betalen?
    }
ask-other-address =
    { $naming ->
        [numbered] Zal ik een medewerker vragen om een ander adres of afhaalpunt voor bestelling nr. { $number }?
       *[bare] Zal ik een medewerker vragen om een ander adres of afhaalpunt voor deze bestelling?
    }

## Doorgeven aan een medewerker

handed-off-requested = Ik geef dit met het hele gesprek door aan een medewerker: u hoeft niets te herhalen. U kunt hier gewoon verder schrijven.
handed-off-not-understood = Dit kan ik niet zelf beantwoorden: ik geef uw vraag ongewijzigd door aan een medewerker.
handed-off-decision = Hierover moet een mens beslissen: ik geef het door aan een medewerker, met het traject van het pakket.
handed-off-reopened = Ik open uw vraag opnieuw: een medewerker pakt die op met de hele geschiedenis.

## Als een vraag is opgelost

is-it-settled = Volgens ons is alles opgelost. Klopt dat? Als we drie dagen niets van u horen, sluiten we uw vraag; één bericht is genoeg om ze weer te openen.
how-was-it = Hoe hebben we uw vraag behandeld? Eén tik is genoeg.
rated = Dank u, dat helpt het hele team.
rated-badly = Dank u dat u het zegt, en onze excuses. Is er nog iets op te lossen, dan pakt een medewerker uw vraag weer op.
would-recommend = Nog één vraag: zou u de winkel aanbevelen, van 0 tot 10? 0 is helemaal niet, 10 is zonder aarzelen.
scored = Dank u, we hebben het genoteerd.

## Antwoorden met één aanraking

choice-track-order = Waar is mijn bestelling?
choice-other-order = Een andere bestelling
choice-talk-to-human = Een medewerker spreken
choice-settled = Het is opgelost, dank u
choice-wait = Ik wacht
choice-other-address = Naar een ander adres
choice-other-point = Naar een ander afhaalpunt
choice-send-again = Een nieuwe zending
choice-refund = Geld terug
choice-not-received = Ik heb het niet ontvangen
choice-still-missing = Ik heb gezocht, niets
choice-mute-order = Niets meer melden
choice-unmute-order = Weer melden
choice-call-back = Kom later bij mij terug
choice-not-settled = Nog niet
choice-rate-good = Heel goed
choice-rate-fair = Matig
choice-rate-bad = Slecht

## Hoe het met een bestelling staat

the-order =
    { $naming ->
        [numbered] Uw bestelling nr. { $number }
       *[bare] Uw bestelling
    }
order-cancelled = { the-order } is door de winkel geannuleerd.
order-unsent = { the-order } is ontvangen en nog niet verzonden. Er is nog geen bezorgdatum; ik meld het u hier zodra ze vertrekt.
order-in-parcels = { the-order } is onderweg in { $count } pakketten. Zo staat het met elk pakket.
order-pre-transit = { the-order } is klaar; de vervoerder heeft ze nog niet aangenomen.
order-in-transit = { the-order } is onderweg.
order-out-for-delivery = { the-order } wordt nu bezorgd.
order-ready-for-pickup = { the-order } ligt voor u klaar bij het afhaalpunt.
order-attempted = { the-order } is aan uw adres aangeboden, maar kon niet worden afgegeven. De vervoerder zegt op zijn volgpagina hoe het verdergaat.
order-delivered = { the-order } is volgens de vervoerder bezorgd. Hebt u ze niet ontvangen, zeg het dan hier aan een medewerker.
order-delayed = { the-order } is onderweg, met vertraging.
order-exception = { the-order } heeft een probleem bij de vervoerder; de details staan hieronder.
order-returning = { the-order } gaat volgens de vervoerder terug naar de winkel.
order-lost = { the-order } is volgens de vervoerder zoekgeraakt.
order-shipment-cancelled = { the-order } heeft een verzending die de vervoerder heeft geannuleerd.
order-unknown = { the-order } is bij de vervoerder, die niets duidelijks heeft gemeld. Meer kan ik nu niet zeggen.
order-estimated = De vervoerder verwacht de bezorging op { $estimate }.
