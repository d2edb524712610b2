### On the shop's page once there is news: the launcher's badge and the card beside it.

unread = non letti:
dismiss = Nascondi questo messaggio
