### What the assistant says of itself, and where an order stands. The variables that all sentences
### have are told in notices.ftl.

## Courtesies

greeting = Hello! I can tell you where your order is, or put you through to a person.
thanked = You’re welcome. Is there anything else I can do?
tell-more = Of course. What is it about?
no-more = All right. I’m here if you need me.
settled = Good! If anything changes, I’ll tell you here.

## What it doesn’t know

not-understood = I’m not sure I understood, and I’d rather not guess. I can track an order; for anything else, a person will read your message as you wrote it.
articles-found = Here is what the shop’s help says. If it doesn’t answer your question, a person will read your message as you wrote it.

## Finding an order

which-order = Give me the order number, and the e-mail or postcode used for it: I’ll look right away.
proof-failed = No order matches these details. Check the number in the confirmation e-mail, and try the e-mail or the delivery postcode. A person can also look into it with you.
proof-sent =
    { $naming ->
        [numbered] Order no. { $number }
       *[bare] Order
    }

## Asking something of an order

ask-refund =
    { $naming ->
        [numbered] Shall I ask a person to refund order no. { $number }?
       *[bare] Shall I ask a person to refund this order?
    }
ask-other-address =
    { $naming ->
        [numbered] Shall I ask a person for another address or pickup point for order no. { $number }?
       *[bare] Shall I ask a person for another address or pickup point for this order?
    }

## Passing on to a person

handed-off-requested = I’m passing this on to a person, with the whole conversation: you won’t have to repeat anything. You can keep writing here.
handed-off-not-understood = I can’t answer this myself: I’m passing your question, as it is, to a person.
handed-off-decision = This needs a human decision: I’m passing it on to a person, with the parcel’s history.
handed-off-reopened = I’m reopening your case: a person will pick it up with the whole history.

## Once a case is settled

is-it-settled = Your adviser thinks that everything is settled. Is it? If we don’t hear from you within three days, the case will be closed; a message is enough to reopen it.
how-was-it = How did we handle your case? One touch is enough.
rated = Thank you: it helps the whole team.
rated-badly = Thank you for telling us, and we are sorry. If something is still to be settled, a person will pick your case up again.
would-recommend = One last question: from 0 to 10, would you recommend the shop to a friend? 0 is not at all, 10 is without hesitation.
scored = Thank you, we have noted it.

## Answers with one touch

choice-track-order = Where is my order?
choice-other-order = Another order
choice-talk-to-human = Talk to a person
choice-settled = That settles it, thanks
choice-wait = I’ll wait
choice-other-address = To another address
choice-other-point = To another pickup point
choice-send-again = A new parcel
choice-refund = A refund
choice-not-received = I haven’t received it
choice-still-missing = I’ve looked, nothing
choice-mute-order = Stop telling me
choice-unmute-order = Tell me again
choice-call-back = Come back to me later
choice-not-settled = Not yet
choice-rate-good = Very well
choice-rate-fair = So-so
choice-rate-bad = Badly

## Where an order stands

the-order =
    { $naming ->
        [numbered] Your order no. { $number }
       *[bare] Your order
    }
order-cancelled = { the-order } was cancelled by the shop.
order-unsent = { the-order } is registered and hasn’t been shipped yet. There is no delivery date at this point; I’ll tell you here as soon as it leaves.
order-in-parcels = { the-order } travels in { $count } parcels. Here is where each one is.
order-pre-transit = { the-order } is ready; the carrier hasn’t taken it over yet.
order-in-transit = { the-order } is on its way.
order-out-for-delivery = { the-order } is out for delivery.
order-ready-for-pickup = { the-order } is waiting for you at the pickup point.
order-attempted = { the-order } was brought to your address but could not be handed over. The carrier’s tracking page says what comes next.
order-delivered = { the-order } was delivered, says the carrier. If you haven’t received it, tell a person here.
order-delayed = { the-order } is on its way, with a delay.
order-exception = { the-order } has run into a problem at the carrier’s; the details are below.
order-returning = { the-order } is going back to the shop, says the carrier.
order-lost = { the-order } was declared lost by the carrier.
order-shipment-cancelled = { the-order } had its shipment cancelled by the carrier.
order-unknown = { the-order } is with the carrier, who has said nothing clear. I can’t say more for now.
order-estimated = The carrier estimates { $estimate }.
