### On the shop's page once there is news: the launcher's badge and the card beside it.

unread = ungelesen:
dismiss = Diese Nachricht ausblenden
