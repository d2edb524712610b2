### What agents often write in December.
###
### Each template has a title for agents and a subject for e-mail and letter. Fields ({ $order },
### { $parcel }…) are filled from the facts of the case; what no fact says is left to be typed, and
### nothing is sent while something is missing. An apology where one is due, a refund before a
### voucher, no claim without a fact.

looking-into = I have your order no. { $order } and all its tracking in front of me, so you don’t have to repeat anything. I’m checking where your parcel is and will answer you here.
    .title = Looking into it
    .subject = Your order no. { $order }

on-its-way = Your parcel { $parcel } is on its way with { $carrier }. Delivery is estimated for { $estimate }. If that day changes, you will hear from us here without having to ask.
    .title = Where is it: on its way
    .subject = Your parcel { $parcel } is on its way

late = Your parcel { $parcel } is late, and I apologize. { $carrier } now estimates delivery for { $estimate }. If that day doesn’t suit you, tell me and we’ll find another solution together.
    .title = Parcel is late
    .subject = Your parcel { $parcel } is late

misses-christmas = I’d rather be frank with you: according to { $carrier }, your parcel { $parcel } is estimated for { $estimate }, after Christmas. I apologize. You can wait for it, or have your money back now. Tell me which you prefer and I’ll do it right away.
    .title = Won’t arrive for Christmas
    .subject = Your order no. { $order } and Christmas

no-news = { $carrier } has given no more news of your parcel { $parcel }, and I understand your worry. I’m opening an inquiry with the carrier. You will have an answer from us by { $promise-by }.
    .title = No news from the carrier
    .subject = Your parcel { $parcel }: we are asking

lost = Your parcel { $parcel } is lost, and I apologize sincerely. You can choose between a refund of your order no. { $order } and a new parcel. The refund goes back to the way you paid, never a voucher in its place. Tell me which you prefer and I’ll do it right away.
    .title = Parcel is lost
    .subject = Your parcel { $parcel } is lost

not-received = { $carrier } says that your parcel { $parcel } was delivered, and you have not received it: I’m on it. I’m opening an inquiry with the carrier. You don’t have to prove anything for now. You will have an answer from us by { $promise-by }.
    .title = Marked delivered, not received
    .subject = Your parcel { $parcel } marked as delivered

damaged = I’m sorry that { $item } reached you damaged. Please send me a photo of it here, and of the packaging if you still have it. You can then choose between a refund and a replacement, at no cost to you.
    .title = Parcel or item damaged
    .subject = A damaged item in your order no. { $order }

wrong-item = You received something else than what you ordered in no. { $order }, and I apologize. The mistake is ours, so we pay for the return. Would you rather have the right item, { $item }, or your money back?
    .title = Wrong item received
    .subject = A mistake in your order no. { $order }

missing-item = { $item } is missing from your order no. { $order }, and I apologize. Would you like us to send it, or to refund it? Both are possible now.
    .title = An item is missing
    .subject = An item missing from your order no. { $order }

pickup-closed = The pickup point { $pickup-point } is closed. Your parcel { $parcel } is not lost. Tell me whether you would rather have another pickup point or delivery to your door: I’ll pass your choice on to { $carrier }.
    .title = Pickup point closed
    .subject = Your parcel { $parcel }: pickup point closed

pickup-full = The pickup point { $pickup-point } is full and can’t take your parcel { $parcel }. Tell me which other one would suit you: I’ll pass your choice on to { $carrier }.
    .title = Pickup point full
    .subject = Your parcel { $parcel }: pickup point full

pickup-last-days = Your parcel { $parcel } is waiting for you at { $pickup-point } until { $kept-until }. After that day it goes back to our warehouse. If you can’t make it, tell me and we’ll find a solution.
    .title = Pickup: last days
    .subject = Your parcel { $parcel } is waiting for you

address-problem = { $carrier } could not deliver your parcel { $parcel } because of the address. Write the full address here, with the building, the floor and the door code if there are any: I’ll pass it on to the carrier.
    .title = Address problem
    .subject = The address of your parcel { $parcel }

missed-delivery = { $carrier } came with your parcel { $parcel } and could not hand it over. Tell me what suits you: another visit or a pickup point.
    .title = Nobody at home
    .subject = Your parcel { $parcel }: delivery attempt

customs = Your parcel { $parcel } is being cleared by customs. This step depends neither on you nor on { $carrier }, and I can’t promise a day. As soon as it moves on, you will hear from us here. If anyone asks you for fees, don’t pay before you have told me.
    .title = Held at customs
    .subject = Your parcel { $parcel } at customs

refund-done = The refund of { $amount } for your order no. { $order } was made on { $day }, to the way you paid. Your bank shows it in its own time. Our apologies again for the trouble.
    .title = Refund done
    .subject = Refund of your order no. { $order }

replacement-sent = Your replacement is on its way with { $carrier }, as parcel { $parcel }. Delivery is estimated for { $estimate }. Our apologies again: you can follow this new parcel here.
    .title = Replacement sent
    .subject = Your replacement has been sent

return-after-christmas = You can return or exchange { $item } from your order no. { $order } until { $day }. Would you rather have a refund or another item? Just keep it in its original state.
    .title = Return or exchange after Christmas
    .subject = Return of your order no. { $order }

cancel-order = I have your request to cancel order no. { $order }. I’m checking whether it can still be stopped. If it has left already, you can refuse the parcel or send it back to us, and you will be refunded when it arrives. You will have an answer from us by { $promise-by }.
    .title = Cancellation asked for
    .subject = Cancellation of your order no. { $order }

gesture = Your refund stays whole. On top of it, and with our apologies, we offer you a voucher of { $amount }, valid until { $day }.
    .title = A gesture on top of the refund
    .subject = A gesture for your order no. { $order }

call-back = Noted: { $agent } will call you back on { $day }. Until then you can keep writing here, everything is in one place.
    .title = Call back agreed
    .subject = We will call you back
