### حتى متى يمكن الطلب، في صفحات المنتجات.

order = اطلب قبل { $day } الساعة { $time } لتستلمه في موعد أقصاه { $due }
today = اطلب اليوم قبل الساعة { $time } لتستلمه في موعد أقصاه { $due }
still = ما زال ممكنًا: { $what }، حتى { $day } الساعة { $time }
still-today = ما زال ممكنًا اليوم حتى الساعة { $time }: { $what }
days =
    { $days ->
        [one] بقي يوم واحد
        [two] بقي يومان
        [few] بقيت { $days } أيّام
        [many] بقي { $days } يومًا
       *[other] بقي { $days } يوم
    }
hours = بقي { NUMBER($hours) } س { $minutes } د
minutes = بقي { NUMBER($minutes) } د
