### On the shop's page once there is news: the launcher's badge and the card beside it.

unread = غير مقروءة:
dismiss = إخفاء هذه الرسالة
