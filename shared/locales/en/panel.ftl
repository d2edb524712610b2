### What the panel says to the shopper of its own accord.

## The conversation

assistant = Automatic assistant
with-agent = { $name } is answering you
waiting = Waiting for a person
waiting-at =
    { $place ->
        [1] Waiting for a person: you are next
       *[other] Waiting for a person, number { $place } in line
    }
about-minutes = about { NUMBER($minutes) } min
nobody-there = Nobody is at the desk right now. Your message is kept and will be read.
closed = Conversation closed
resolved = This conversation is closed. Write to reopen it.
handed-over = Your conversation goes to a person, with everything that was said.
back-to-assistant = The automatic assistant has the conversation again.
took-over = { $name } joined the conversation.
close = Close the chat
talk-to-human = Talk to a person
track-order = Track my order
greeting = Hello, this is { $shop }.
greeting-more = What can we do for you?
ask-for-order = Where is my order no. { $number }?
transcript = Conversation
connecting = Connecting…
offline = Connection lost. Your messages will go out as soon as it is back.
ended = Your session has ended. Reload the page to go on.
earlier = See earlier messages
unread = New messages
today = Today
yesterday = Yesterday
you = You
# Before a message that is read aloud.
said = { $who }:
typing = { $who } is typing…
typing-somebody = An answer is being written…

## Writing

message = Your message
message-hint = Write your message
send = Send
sending = Sending…
sent = Sent
seen = Seen
unanswered = Not sent.
retry = Try again
edit = Edit
characters-left =
    { $count ->
        [one] { $count } character left
       *[other] { $count } characters left
    }
characters-over =
    { $count ->
        [one] Too long: remove { $count } character.
       *[other] Too long: remove { $count } characters.
    }
refused =
    { $code ->
        [too_large] Too long. Shorten the message or send it in two parts.
        [too_long] Too long. Shorten the message or send it in two parts.
        [too_fast] Too many messages at once. Wait a moment, then try again.
        [conflict] This message changed on the way. Edit it, then send it again.
        [empty] The message is empty. Write a few words.
        [forbidden] This isn’t open to you. Ask to talk to a person.
        [not_found] Not found. Reload the page, then try again.
        [locked] Too many attempts for this order. You can also talk to a person.
        [unavailable] Something failed on our side. Your message is kept; try again.
       *[other] This can’t be done here. Reload the page, then try again.
    }
retry-in-seconds = Try again in { NUMBER($count) } s.
retry-in-minutes = Try again in { NUMBER($count) } min.
retry-in-hours = Try again in { NUMBER($count) } h.

## The order

news = News of your parcel
order = Order no. { $number }
placed = Placed on { $day }
cancelled = Order cancelled
preparing = The shop is preparing your order. Nothing has left yet.
more-items =
    { $count ->
        [one] and { $count } more item
       *[other] and { $count } more items
    }
parcel = Parcel { NUMBER($number) } of { NUMBER($count) }
expected = Expected delivery
first-promised = first announced for { $day }
carrier = Carrier
tracking-number = Tracking number
track-at = Track with { $carrier }
track = Track the parcel
new-tab = (new tab)
pickup-point = Pickup point
kept-until = The parcel is kept there until { $day }.
hours = Opening hours
open-until = Open until { $hour }
opens-again = Closed; opens { $day } at { $hour }
closed-that-day = Closed
closed-on = Exceptionally closed on { $day }.
closed-between = Exceptionally closed from { $first } to { $last }.
bring = You may be asked for proof of identity.
way-there = See on the map
history = Full history ({ NUMBER($count) })
step =
    { $name ->
        [ordered] Ordered
        [shipped] Shipped
        [out_for_delivery] Out for delivery
        [ready_for_pickup] At the pickup point
        [delivered] Delivered
       *[returned] Returned
    }
status =
    { $name ->
        [pre_transit] Soon with the carrier
        [in_transit] On its way
        [out_for_delivery] Out for delivery
        [available_for_pickup] Ready at the pickup point
        [delivery_attempted] Delivery attempted
        [delivered] Delivered
        [delayed] Delayed
        [exception] A problem holds the parcel
        [returning] On its way back to the shop
        [returned] Back at the shop
        [lost] The carrier can’t find it
        [cancelled] Shipment cancelled
       *[unknown] No news from the carrier yet
    }
reason =
    { $name ->
        [customs] It is at customs.
        [address] The address is wrong or incomplete.
        [refused] The parcel was refused.
        [absent] Nobody was there.
        [damaged] The parcel is damaged.
        [point_closed] The pickup point is closed.
        [point_full] The pickup point is full.
        [point_moved] The parcel goes to another pickup point.
       *[disruption] Weather, a strike or the like holds many parcels.
    }

## At a glance

back = Back
your-orders = Your orders
no-orders = No order is followed here yet.
what-next = What happens next
your-conversations = Your conversations
write-to-us = Write to us
ask-about-order = Ask about this order
seek = Search for an answer
no-answer = Nothing about that here. Ask us.
unsought = The search isn’t answering. Try again.
desk-open = Somebody answers until { $hour }.
desk-opens = Somebody answers again { $day } at { $hour }.
usual-wait = Usual wait: about { NUMBER($minutes) } min.

## Finding an order

form-title = Find my order
number = Order number
number-hint = It is in the confirmation e-mail, for example 1042.
number-missing = Enter the order’s number.
proof = E-mail or postcode
proof-hint = The one on the order.
proof-missing = Enter the e-mail or the postcode on the order.
look-up = Find
