### On the shop's page itself, before the chat is opened: in `grelot.js`, where every byte counts.

chat = Chat
failed = Der Chat antwortet nicht.
