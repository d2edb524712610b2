### ما تقوله اللوحة للمتسوّق من تلقاء نفسها.

## المحادثة

assistant = مساعد آليّ
with-agent = { $name } في خدمتك
waiting = في انتظار موظّف
waiting-at =
    { $place ->
        [1] في انتظار موظّف: أنت التالي
       *[other] في انتظار موظّف، ترتيبك { $place } في الصفّ
    }
about-minutes = حوالي { NUMBER($minutes) } د
nobody-there = لا يوجد أحد الآن. رسالتك محفوظة وستُقرأ.
closed = المحادثة مغلقة
resolved = هذه المحادثة مغلقة. اكتب لإعادة فتحها.
handed-over = تُحال محادثتك إلى موظّف مع كلّ ما قيل.
back-to-assistant = يتابع المساعد الآليّ المحادثة.
took-over = انضمّ { $name } إلى المحادثة.
close = إغلاق المحادثة
talk-to-human = التحدّث إلى موظّف
track-order = تتبّع طلبي
greeting = مرحبًا، معك { $shop }.
greeting-more = بماذا يمكننا خدمتك؟
ask-for-order = أين طلبي رقم { $number }؟
transcript = المحادثة
connecting = جارٍ الاتّصال…
offline = انقطع الاتّصال. ستُرسل رسائلك فور عودته.
ended = انتهت جلستك. أعد تحميل الصفحة للمتابعة.
earlier = عرض الرسائل السابقة
unread = رسائل جديدة
today = اليوم
yesterday = أمس
you = أنت
# قبل رسالة تُقرأ بصوت عالٍ.
said = { $who }:
typing = { $who } يكتب…
typing-somebody = جارٍ كتابة ردّ…

## الكتابة

message = رسالتك
message-hint = اكتب رسالتك
send = إرسال
sending = جارٍ الإرسال…
sent = أُرسلت
seen = قُرئت
unanswered = لم تُرسل.
retry = إعادة المحاولة
edit = تعديل
characters-left =
    { $count ->
        [one] بقي حرف واحد
        [two] بقي حرفان
        [few] بقيت { $count } أحرف
       *[other] بقي { $count } حرفًا
    }
characters-over =
    { $count ->
        [one] الرسالة طويلة: احذف حرفًا واحدًا.
        [two] الرسالة طويلة: احذف حرفين.
        [few] الرسالة طويلة: احذف { $count } أحرف.
       *[other] الرسالة طويلة: احذف { $count } حرفًا.
    }
refused =
    { $code ->
        [too_large] الرسالة طويلة جدًّا. اختصرها أو أرسلها في جزأين.
        [too_long] الرسالة طويلة جدًّا. اختصرها أو أرسلها في جزأين.
        [too_fast] رسائل كثيرة دفعة واحدة. انتظر لحظة ثمّ أعد المحاولة.
        [conflict] تغيّرت هذه الرسالة في الأثناء. عدّلها ثمّ أرسلها من جديد.
        [empty] الرسالة فارغة. اكتب بضع كلمات.
        [forbidden] هذا غير متاح لك. اطلب التحدّث إلى موظّف.
        [not_found] غير موجود. أعد تحميل الصفحة ثمّ أعد المحاولة.
        [locked] محاولات كثيرة جدًّا لهذا الطلب. يمكنك أيضًا التحدّث إلى موظّف.
        [unavailable] حدث خلل من جانبنا. رسالتك محفوظة، أعد المحاولة.
       *[other] هذا غير ممكن هنا. أعد تحميل الصفحة ثمّ أعد المحاولة.
    }
retry-in-seconds = أعد المحاولة بعد { NUMBER($count) } ث.
retry-in-minutes = أعد المحاولة بعد { NUMBER($count) } د.
retry-in-hours = أعد المحاولة بعد { NUMBER($count) } س.

## الطلب

news = أخبار طردك
order = الطلب رقم { $number }
placed = بتاريخ { $day }
cancelled = الطلب ملغى
preparing = المتجر يجهّز طلبك. لم يُشحن شيء بعد.
more-items =
    { $count ->
        [one] ومنتج آخر
        [two] ومنتجان آخران
        [few] و{ $count } منتجات أخرى
       *[other] و{ $count } منتجًا آخر
    }
parcel = الطرد { NUMBER($number) } من { NUMBER($count) }
expected = التسليم المتوقّع
first-promised = أُعلن أوّلًا ليوم { $day }
carrier = شركة الشحن
tracking-number = رقم التتبّع
track-at = التتبّع لدى { $carrier }
track = تتبّع الطرد
new-tab = (علامة تبويب جديدة)
pickup-point = نقطة الاستلام
kept-until = يُحفظ الطرد هناك حتّى { $day }.
hours = أوقات العمل
open-until = مفتوح حتّى { $hour }
opens-again = مغلق، يفتح { $day } في { $hour }
closed-that-day = مغلق
closed-on = مغلق استثنائيًّا { $day }.
closed-between = مغلق استثنائيًّا من { $first } إلى { $last }.
bring = قد يُطلب منك إثبات الهويّة.
way-there = عرض على الخريطة
history = السجلّ الكامل ({ NUMBER($count) })
step =
    { $name ->
        [ordered] تمّ الطلب
        [shipped] شُحن
        [out_for_delivery] قيد التوصيل
        [ready_for_pickup] جاهز للاستلام
        [delivered] سُلِّم
       *[returned] أُعيد
    }
status =
    { $name ->
        [pre_transit] قريبًا لدى شركة الشحن
        [in_transit] في الطريق
        [out_for_delivery] قيد التوصيل
        [available_for_pickup] جاهز في نقطة الاستلام
        [delivery_attempted] محاولة تسليم
        [delivered] تمّ التسليم
        [delayed] متأخّر
        [exception] مشكلة تؤخّر الطرد
        [returning] في طريق العودة إلى المتجر
        [returned] عاد إلى المتجر
        [lost] لا تجده شركة الشحن
        [cancelled] أُلغي الشحن
       *[unknown] لا أخبار بعد من شركة الشحن
    }
reason =
    { $name ->
        [customs] هو لدى الجمارك.
        [address] العنوان خاطئ أو ناقص.
        [refused] رُفض الطرد.
        [absent] لم يكن أحد هناك.
        [damaged] الطرد متضرّر.
        [point_closed] نقطة الاستلام مغلقة.
        [point_full] نقطة الاستلام ممتلئة.
        [point_moved] يُنقل الطرد إلى نقطة استلام أخرى.
       *[disruption] الطقس أو إضراب أو ما شابه يؤخّر طرودًا كثيرة.
    }

## نظرة عامّة

back = رجوع
your-orders = طلباتك
no-orders = لا يُتابَع هنا أيّ طلب حتّى الآن.
what-next = ما الذي يحدث بعد ذلك
your-conversations = محادثاتك
write-to-us = راسلنا
ask-about-order = طرح سؤال عن هذا الطلب
seek = البحث عن إجابة
no-answer = لا شيء عن ذلك هنا. اسألنا.
unsought = البحث لا يستجيب. أعد المحاولة.
desk-open = يجيبك أحد الموظّفين حتّى { $hour }.
desk-opens = يجيبك أحد الموظّفين من جديد { $day } في { $hour }.
usual-wait = الانتظار المعتاد: نحو { NUMBER($minutes) } دقيقة.

## العثور على طلب

form-title = العثور على طلبي
number = رقم الطلب
number-hint = تجده في رسالة التأكيد، مثلًا 1042.
number-missing = أدخل رقم الطلب.
proof = البريد الإلكترونيّ أو الرمز البريديّ
proof-hint = كما في الطلب.
proof-missing = أدخل البريد الإلكترونيّ أو الرمز البريديّ للطلب.
look-up = بحث
