### ما يقوله الإشعار عن طرد دون أن يُسأل. المتغيّرات مشروحة في fr/notices.ftl.
### الجمل مصوغة بالمصدر كي لا يتغيّر الفعل بحسب العدد.

## عمّا يدور الكلام

of-order =
    { $naming ->
        [numbered] { " " }من الطلب رقم { $number }
       *[bare] { "" }
    }
of-your-order =
    { $naming ->
        [numbered] { " " }طلبك رقم { $number }
       *[bare] { " " }طلبك
    }

# في بداية الجملة.
subject =
    { $which ->
        [only] طردك{ of-order }
        [one] أحد طرود{ of-your-order }
        [some] بعض طرود{ of-your-order } ({ $count })
       *[all] جميع طرودك{ of-order } ({ $count })
    }

# داخل الجملة.
object =
    { $which ->
        [only] طردك{ of-order }
        [one] أحد طرود{ of-your-order }
        [some] بعض طرود{ of-your-order } ({ $count })
       *[all] جميع طرودك{ of-order } ({ $count })
    }

# بعد «منذ».
working-days =
    { $silent-days ->
        [one] يوم عمل واحد
        [two] يومَي عمل
        [few] { $silent-days } أيام عمل
       *[other] { $silent-days } يوم عمل
    }

## ما تشترك فيه عدّة إشعارات

estimated-next = موعد التسليم المتوقّع: { $estimate }.
follow-next = ستظهر بقيّة الرحلة هنا.
decide-next = أخبرنا بما تفضّله، وسيتولّى أحد موظّفي المتجر الأمر.

## الطرد لدى شركة الشحن

shipped-by = { subject } في الطريق إليك، بعد استلام { $carrier }.
shipped = { subject } في الطريق إليك، بعد استلام شركة الشحن.

## الجولة الأخيرة

out-for-delivery = { subject } قيد التوصيل الآن.
out-for-delivery-next = سنخبرك هنا فور تأكيد شركة الشحن للتسليم.

## في نقطة الاستلام

ready-for-pickup-at = { subject } في انتظارك: { $place }.
ready-for-pickup = تفيد شركة الشحن بأنّه يمكن الآن استلام { object }.
ready-for-pickup-until-next = الحفظ هناك حتّى نهاية { $kept-until }. قد يُطلب منك إثبات الهويّة.
ready-for-pickup-next = قد يُطلب منك إثبات الهويّة.

## تمّ التسليم

delivered-signed = تفيد شركة الشحن بتسليم { object } مقابل توقيع ({ $signed-by }).
delivered = تفيد شركة الشحن بتسليم { object }.
delivered-next = إن كان هناك أيّ خلل، فأجب هنا وسننظر في الأمر معًا.

## محاولة لم تنجح

delivery-attempted-by = تعذّر على { $carrier } تسليم { object } عند المحاولة.
delivery-attempted = تعذّر على شركة الشحن تسليم { object } عند المحاولة.
delivery-attempted-next = حالما تُعرف الخطوة التالية، محاولة جديدة أو نقطة استلام، سنخبرك بها هنا.

## أبطأ من المتوقّع

delayed-from = تأخير في { object }: موعد التسليم المتوقّع الآن { $day } بدلًا من { $missed }.
delayed-to = تأخير في { object }: موعد التسليم المتوقّع الآن { $day }.
delayed-by = تأخير في { object } بحسب { $carrier }، دون تحديد موعد جديد.
delayed = تأخير في { object } بحسب شركة الشحن، دون تحديد موعد جديد.
delayed-to-next = إن لم يناسبك ذلك، فأجب هنا.
delayed-next = حالما يُحدَّد موعد، سنخبرك به هنا.

## أسرع من المتوقّع

sooner-from = خبر سارّ عن { object }: موعد التسليم المتوقّع الآن { $day } بدلًا من { $beaten }.
sooner-to = خبر سارّ عن { object }: تمّ تقديم موعد التسليم إلى { $day }.
sooner = خبر سارّ عن { object }: التسليم أبكر من الموعد المعلن.
sooner-next = سنخبرك هنا إن تغيّر الموعد مرّة أخرى.

## بطاقة شحن بلا طرد

not-handed-over-for = بطاقة الشحن جاهزة منذ { working-days }، لكنّ شركة الشحن لم تستلم { object } بعد.
not-handed-over = بطاقة الشحن جاهزة، لكنّ شركة الشحن لم تستلم { object } بعد.
not-handed-over-next = سنخبرك هنا فور إعلانها عن الانطلاق.

## لم يمسحه أحد

stalled-for = لم يُسجَّل أيّ مسح يخصّ { object } منذ { working-days }.
stalled = لم يُسجَّل أيّ مسح يخصّ { object } منذ عدّة أيّام.
stalled-next = نواصل متابعة الرحلة، وسيظهر كلّ مسح جديد هنا.

## مرّ اليوم الموعود

late-since = كان موعد تسليم { object } { $day }، ولم تُسلِّم شركة الشحن بعد.
late = لم يتمّ تسليم { object } في الموعد المعلن.
late-estimated-next = موعد التسليم المتوقّع الآن: { $estimate }.
late-next = لم تحدّد شركة الشحن موعدًا جديدًا، وحالما تحدّده سنخبرك به هنا.

## بعد فوات اليوم المهمّ

will-miss-deadline-unsent =
    { $naming ->
        [numbered] لم يُشحن طلبك رقم { $number } بعد، ومن المستبعد وصوله قبل نهاية { $day }.
       *[bare] لم يُشحن طلبك بعد، ومن المستبعد وصوله قبل نهاية { $day }.
    }
will-miss-deadline-estimated = من المستبعد وصول { object } قبل نهاية { $day }: موعد التسليم المتوقّع { $estimate }.
will-miss-deadline-by = من المستبعد وصول { object } قبل نهاية { $day }.
will-miss-deadline = من المستبعد وصول { object } في الوقت المناسب.
will-miss-deadline-next = من الأفضل أن تعرف ذلك الآن: أخبرنا بما تفضّله.

## مدّة الحفظ توشك أن تنتهي

pickup-reminder-at = { subject } في انتظارك حتّى نهاية { $day }: { $place }.
pickup-reminder-until = { subject } في انتظارك في نقطة الاستلام حتّى نهاية { $day }.
pickup-reminder = { subject } في انتظارك في نقطة الاستلام، لوقت قصير فقط.
pickup-reminder-next = بعد ذلك تتمّ الإعادة إلى المتجر. قد يُطلب منك إثبات الهويّة.

## نقطة استلام أخرى

point-closed = تفيد شركة الشحن بأنّ نقطة الاستلام مغلقة، وهي المقرّرة من أجل { object }.
point-full = تفيد شركة الشحن بأنّ نقطة الاستلام ممتلئة، وهي المقرّرة من أجل { object }.
point-moved-to = نقطة استلام جديدة من أجل { object }: { $place }.
point-moved = تغيّرت نقطة الاستلام المقرّرة من أجل { object }.
point-changed = تفيد شركة الشحن بأنّ نقطة الاستلام لم تعد متاحة، وهي المقرّرة من أجل { object }.
point-moved-next = سنخبرك هنا حالما يصبح الاستلام ممكنًا هناك.
point-changed-next = حالما تحدّد شركة الشحن الخطوة التالية، سنخبرك بها هنا.

## في الجمارك

customs-hold = { subject } لدى الجمارك، قيد الحجز.
customs-hold-next = إن طُلب منك مستند أو رسوم، فتأكّد أوّلًا من أنّ الطلب صادر عن شركة الشحن. ستظهر بقيّة الرحلة هنا.

## العنوان غير صحيح

address-problem-by = تعذّر على { $carrier } تسليم { object }: العنوان خاطئ أو ناقص.
address-problem = تعذّر على شركة الشحن تسليم { object }: العنوان خاطئ أو ناقص.
address-problem-next = زوّدنا بالعنوان الدقيق أو بنقطة استلام، وسيتولّى أحد موظّفي المتجر الأمر.

## متضرّر

damaged = تفيد شركة الشحن بتضرّر { object }.

## في طريق العودة

returning = تفيد شركة الشحن بإعادة { object } إلى المتجر، والرحلة جارية.
returned = تفيد شركة الشحن بوصول { object } إلى المتجر بعد الإعادة.

## مفقود، ثمّ موجود

declared-lost = تفيد شركة الشحن بفقدان { object }.
presumed-lost-after = لا أثر يخصّ { object } منذ { working-days }، ونعدّ ذلك فقدانًا.
presumed-lost = لا أثر يخصّ { object } منذ وقت طويل جدًّا، ونعدّ ذلك فقدانًا.
found = تمّ العثور على { object }، والرحلة مستمرّة من جديد.
