### On the shop's page itself, before the chat is opened: in `grelot.js`, where every byte counts.

chat = Chat
failed = El chat no responde.
