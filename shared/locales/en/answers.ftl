### What the assistant answers to a choice about a parcel. The variables that all sentences have
### are told in notices.ftl.

## Waiting

will-watch-estimated =
    { $count ->
        [one] Noted. Delivery is estimated for { $estimate } for { object }: I’ll tell you here if that date changes, and as soon as it is out for delivery.
       *[other] Noted. Delivery is estimated for { $estimate } for { object }: I’ll tell you here if that date changes, and as soon as they are out for delivery.
    }
will-watch =
    { $count ->
        [one] Noted. I’ll keep following { object }: I’ll tell you here as soon as it is out for delivery or ready for pickup, and if anything else happens to it.
       *[other] Noted. I’ll keep following { object }: I’ll tell you here as soon as they are out for delivery or ready for pickup, and if anything else happens to them.
    }

## Delivered and not received

usual-places =
    { $count ->
        [one] Let’s look into it together. First check the letterbox, the neighbors, the caretaker or the reception, and ask the people around you. If the parcel isn’t there, I’ll pass this on to a person.
       *[other] Let’s look into it together. First check the letterbox, the neighbors, the caretaker or the reception, and ask the people around you. If the parcels aren’t there, I’ll pass this on to a person.
    }
proof-signed = The carrier noted this signature: { $signed-by }.
proof-shown = Their proof of delivery: { $proof-url }.

## Asking a person

request-other-address = For { object }, I’m passing your request for another address on to a person, with the whole journey. Write it here: they’ll have it before their eyes.
request-other-point = For { object }, I’m passing your request for another pickup point on to a person, with the whole journey. Say here which one would suit you: they’ll have it before their eyes.
request-send-again = For { object }, I’m passing your request for a new parcel on to a person, with the whole journey: you won’t have to repeat anything.
request-refund = For { object }, I’m passing your request for a refund on to a person, with the whole journey: you won’t have to repeat anything.
request-inquiry = For { object }, I’m telling a person that you haven’t received anything, with the whole journey: you won’t have to repeat anything.
answer-promised = A person will answer you by { $promise-by }.
answer-coming = A person will answer you here.

## No more news, and news again

muted =
    { $naming ->
        [numbered] Noted: no more news of order no. { $number }, unless a parcel is delivered, lost or back at the shop.
       *[bare] Noted: no more news of this order, unless a parcel is delivered, lost or back at the shop.
    }
unmuted =
    { $naming ->
        [numbered] Noted: I’ll tell you the news of order no. { $number } here again.
       *[bare] Noted: I’ll tell you the news of this order here again.
    }

## Until when to order, and whether an order will be there in time

order-until = To have it by { $day }, order before { $order-before }: { $offer }.
order-instead = It is too late for a delivery by { $day }. Still possible before { $order-before }: { $offer }.
no-cutoff-for = I have no certain last day to give you for { $day }, and I’d rather not guess. A person can answer you.
no-cutoff = I have no certain last day to give you, and I’d rather not guess. A person can answer you.
in-time = Delivery is estimated for { $estimate }, in time for { $day }. This is the carrier’s estimate: if it changes, I’ll tell you here.
in-time-unknown = The carrier has not given a day for everything, so I can’t promise you { $day }. As soon as it gives one, I’ll tell you here.
too-late = Delivery is estimated for { $estimate }, after { $day }. A person can look with you at what is still possible.

## Promises, below the message that makes them

promise-callback = We come back to you by { $promise-by }.
promise-answer = Answer by { $promise-by }.
promise-refund = Refund by { $promise-by }.
promise-replacement = New parcel sent by { $promise-by }.

## Waiting long for a person

long-wait = The wait is getting long, and we are sorry. You can go on waiting, or close this page: we then come back to you here by { $promise-by }.
called-back = Noted: a person will come back to you here by { $promise-by }, with the whole conversation. Your place in the queue is kept.
