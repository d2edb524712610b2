### On the shop's page itself, before the chat is opened: in `grelot.js`, where every byte counts.

chat = Conversa
failed = A conversa não responde.
