### On the shop's page itself, before the chat is opened: in `grelot.js`, where every byte counts.

chat = Discussion avec la boutique
failed = La discussion ne répond pas.
