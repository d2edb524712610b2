### On the shop's page itself, before the chat is opened: in `grelot.js`, where every byte counts.

chat = Chat met de winkel
failed = De chat reageert niet.
