### What a notice tells of a parcel, without being asked.
###
### Each sentence says what happened; one whose name ends in “-next” says what comes next. A
### sentence that lacks one of its facts is not said: a plainer one takes its place.
###
### $which (text): only, one, some or all — the only parcel, one of several, some, all of them
### $count (number): how many parcels are spoken of
### $naming (text): numbered or bare — whether the order has a number
### $number (text): that number, without its mark

## What is spoken of

of-order =
    { $naming ->
        [numbered] { " " }from order no. { $number }
       *[bare] { "" }
    }
of-your-order =
    { $naming ->
        [numbered] { " " }from your order no. { $number }
       *[bare] { " " }from your order
    }

# At the beginning of a sentence.
subject =
    { $which ->
        [only] Your parcel{ of-order }
        [one] One of the parcels{ of-your-order }
        [some] { $count } parcels{ of-your-order }
       *[all] Your { $count } parcels{ of-order }
    }

# Within a sentence.
object =
    { $which ->
        [only] your parcel{ of-order }
        [one] one of the parcels{ of-your-order }
        [some] { $count } parcels{ of-your-order }
       *[all] your { $count } parcels{ of-order }
    }

working-days =
    { $silent-days ->
        [one] { $silent-days } working day
       *[other] { $silent-days } working days
    }

## What several kinds of notices have in common

estimated-next = Delivery is estimated for { $estimate }.
follow-next = You can follow the journey here.
decide-next = Tell us what you prefer: a person will see to it.

## The carrier has the parcel

shipped-by =
    { $count ->
        [one] { subject } is on its way: { $carrier } has it.
       *[other] { subject } are on their way: { $carrier } has them.
    }
shipped =
    { $count ->
        [one] { subject } is on its way: the carrier has it.
       *[other] { subject } are on their way: the carrier has them.
    }

## The last round

out-for-delivery =
    { $count ->
        [one] { subject } is out for delivery.
       *[other] { subject } are out for delivery.
    }
out-for-delivery-next = We’ll tell you here as soon as the carrier confirms the handover.

## At the pickup point

ready-for-pickup-at =
    { $count ->
        [one] { subject } is waiting for you: { $place }.
       *[other] { subject } are waiting for you: { $place }.
    }
ready-for-pickup =
    { $count ->
        [one] { subject } is ready for pickup, says the carrier.
       *[other] { subject } are ready for pickup, says the carrier.
    }
ready-for-pickup-until-next =
    { $count ->
        [one] It is kept there until the end of { $kept-until }. You may be asked for proof of identity.
       *[other] They are kept there until the end of { $kept-until }. You may be asked for proof of identity.
    }
ready-for-pickup-next = You may be asked for proof of identity.

## Handed over

delivered-signed =
    { $count ->
        [one] { subject } was delivered against a signature ({ $signed-by }), says the carrier.
       *[other] { subject } were delivered against a signature ({ $signed-by }), says the carrier.
    }
delivered =
    { $count ->
        [one] { subject } was delivered, says the carrier.
       *[other] { subject } were delivered, says the carrier.
    }
delivered-next = If anything is wrong, reply here and we’ll look into it together.

## An attempt in vain

delivery-attempted-by =
    { $count ->
        [one] { $carrier } came with { object } but could not hand it over.
       *[other] { $carrier } came with { object } but could not hand them over.
    }
delivery-attempted =
    { $count ->
        [one] The carrier came with { object } but could not hand it over.
       *[other] The carrier came with { object } but could not hand them over.
    }
delivery-attempted-next = As soon as they say what comes next, another attempt or a pickup point, we’ll tell you here.

## Later than planned

delayed-from =
    { $count ->
        [one] { subject } is delayed: delivery is now estimated for { $day } instead of { $missed }.
       *[other] { subject } are delayed: delivery is now estimated for { $day } instead of { $missed }.
    }
delayed-to =
    { $count ->
        [one] { subject } is delayed: delivery is now estimated for { $day }.
       *[other] { subject } are delayed: delivery is now estimated for { $day }.
    }
delayed-by = { $carrier } reports a delay for { object } and gives no new date.
delayed = The carrier reports a delay for { object } and gives no new date.
delayed-to-next = If that doesn’t suit you, reply here.
delayed-next = As soon as there is one, we’ll tell you here.

## Sooner than planned

sooner-from =
    { $count ->
        [one] Good news: { object } is early. Delivery is now estimated for { $day } instead of { $beaten }.
       *[other] Good news: { object } are early. Delivery is now estimated for { $day } instead of { $beaten }.
    }
sooner-to = Good news for { object }: delivery is now brought forward to { $day }.
sooner =
    { $count ->
        [one] Good news: { object } is ahead of the day that was announced.
       *[other] Good news: { object } are ahead of the day that was announced.
    }
sooner-next = We’ll tell you here if the date changes again.

## A label, and no parcel

not-handed-over-for =
    { $count ->
        [one] The label for { object } has been ready for { working-days }, but the carrier doesn’t have it yet.
       *[other] The labels for { object } have been ready for { working-days }, but the carrier doesn’t have them yet.
    }
not-handed-over =
    { $count ->
        [one] The label for { object } is ready, but the carrier doesn’t have it yet.
       *[other] The labels for { object } are ready, but the carrier doesn’t have them yet.
    }
not-handed-over-next = We’ll tell you here as soon as they announce the departure.

## Nobody has scanned it

stalled-for =
    { $count ->
        [one] { subject } has not been scanned for { working-days }.
       *[other] { subject } have not been scanned for { working-days }.
    }
stalled =
    { $count ->
        [one] { subject } has not been scanned for several days.
       *[other] { subject } have not been scanned for several days.
    }
stalled-next = We keep following the journey: each new scan will show here.

## The promised day has passed

late-since =
    { $count ->
        [one] { subject } was expected on { $day }; the carrier has not delivered it yet.
       *[other] { subject } were expected on { $day }; the carrier has not delivered them yet.
    }
late =
    { $count ->
        [one] { subject } was not delivered on the day that was announced.
       *[other] { subject } were not delivered on the day that was announced.
    }
late-estimated-next = Delivery is now estimated for { $estimate }.
late-next = The carrier has given no new date; as soon as there is one, we’ll tell you here.

## Too late for the day that matters

will-miss-deadline-unsent =
    { $naming ->
        [numbered] Your order no. { $number } hasn’t left yet and is not likely to arrive by { $day }.
       *[bare] Your order hasn’t left yet and is not likely to arrive by { $day }.
    }
will-miss-deadline-estimated =
    { $count ->
        [one] { subject } is not likely to arrive by { $day }: delivery is estimated for { $estimate }.
       *[other] { subject } are not likely to arrive by { $day }: delivery is estimated for { $estimate }.
    }
will-miss-deadline-by =
    { $count ->
        [one] { subject } is not likely to arrive by { $day }.
       *[other] { subject } are not likely to arrive by { $day }.
    }
will-miss-deadline =
    { $count ->
        [one] { subject } is not likely to arrive in time.
       *[other] { subject } are not likely to arrive in time.
    }
will-miss-deadline-next = Better to know now: tell us what you prefer.

## Soon to leave the pickup point

pickup-reminder-at =
    { $count ->
        [one] { subject } is still waiting for you, until the end of { $day }: { $place }.
       *[other] { subject } are still waiting for you, until the end of { $day }: { $place }.
    }
pickup-reminder-until =
    { $count ->
        [one] { subject } is still waiting for you at the pickup point, until the end of { $day }.
       *[other] { subject } are still waiting for you at the pickup point, until the end of { $day }.
    }
pickup-reminder =
    { $count ->
        [one] { subject } is still waiting for you at the pickup point, but not for long.
       *[other] { subject } are still waiting for you at the pickup point, but not for long.
    }
pickup-reminder-next =
    { $count ->
        [one] After that it goes back to the shop. You may be asked for proof of identity.
       *[other] After that they go back to the shop. You may be asked for proof of identity.
    }

## Another pickup point

point-closed = The pickup point for { object } is closed, says the carrier.
point-full = The pickup point for { object } is full, says the carrier.
point-moved-to =
    { $count ->
        [one] { subject } goes to another pickup point: { $place }.
       *[other] { subject } go to another pickup point: { $place }.
    }
point-moved =
    { $count ->
        [one] { subject } goes to another pickup point than planned.
       *[other] { subject } go to another pickup point than planned.
    }
point-changed = The pickup point for { object } can’t be used, says the carrier.
point-moved-next =
    { $count ->
        [one] We’ll tell you here as soon as you can collect it there.
       *[other] We’ll tell you here as soon as you can collect them there.
    }
point-changed-next = As soon as the carrier says what comes next, we’ll tell you here.

## At the customs

customs-hold =
    { $count ->
        [one] { subject } is held by the customs.
       *[other] { subject } are held by the customs.
    }
customs-hold-next = If you are asked for a document or a fee, first make sure that it is the carrier who asks. You can follow the journey here.

## A wrong address

address-problem-by = { $carrier } can’t deliver { object }: the address is wrong or incomplete.
address-problem = The carrier can’t deliver { object }: the address is wrong or incomplete.
address-problem-next = Give us the exact address or a pickup point: a person will see to it.

## Damaged

damaged =
    { $count ->
        [one] { subject } is damaged, says the carrier.
       *[other] { subject } are damaged, says the carrier.
    }

## On the way back

returning =
    { $count ->
        [one] { subject } is going back to the shop, says the carrier.
       *[other] { subject } are going back to the shop, says the carrier.
    }
returned =
    { $count ->
        [one] { subject } is back at the shop, says the carrier.
       *[other] { subject } are back at the shop, says the carrier.
    }

## Lost, found

declared-lost =
    { $count ->
        [one] { subject } is lost, says the carrier.
       *[other] { subject } are lost, says the carrier.
    }
presumed-lost-after =
    { $count ->
        [one] { subject } has not been seen for { working-days }: we take it for lost.
       *[other] { subject } have not been seen for { working-days }: we take them for lost.
    }
presumed-lost =
    { $count ->
        [one] { subject } has not been seen for too long: we take it for lost.
       *[other] { subject } have not been seen for too long: we take them for lost.
    }
found =
    { $count ->
        [one] { subject } has been found and is on its way again.
       *[other] { subject } have been found and are on their way again.
    }
