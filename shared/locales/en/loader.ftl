### On the shop's page itself, before the chat is opened: in `grelot.js`, where every byte counts.

chat = Chat with the shop
failed = The chat isn’t answering.
