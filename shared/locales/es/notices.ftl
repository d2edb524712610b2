### Lo que un aviso dice de un paquete sin que se pregunte. Las variables se explican en fr/notices.ftl.

## De qué se habla

of-order =
    { $naming ->
        [numbered] { " " }del pedido n.º { $number }
       *[bare] { "" }
    }
of-your-order =
    { $naming ->
        [numbered] { " " }de su pedido n.º { $number }
       *[bare] { " " }de su pedido
    }

# Al principio de una frase.
subject =
    { $which ->
        [only] Su paquete{ of-order }
        [one] Uno de los paquetes{ of-your-order }
        [some] { $count } paquetes{ of-your-order }
       *[all] Sus { $count } paquetes{ of-order }
    }

# Dentro de una frase.
object =
    { $which ->
        [only] su paquete{ of-order }
        [one] uno de los paquetes{ of-your-order }
        [some] { $count } paquetes{ of-your-order }
       *[all] sus { $count } paquetes{ of-order }
    }

working-days =
    { $silent-days ->
        [one] { $silent-days } día laborable
       *[other] { $silent-days } días laborables
    }

## Lo que varios avisos tienen en común

estimated-next = La entrega está prevista para el { $estimate }.
follow-next = Podrá seguir aquí el resto del trayecto.
decide-next = Díganos qué prefiere: una persona de la tienda se encargará.

## El transportista tiene el paquete

shipped-by =
    { $count ->
        [one] { subject } está en camino: { $carrier } ya lo tiene.
       *[other] { subject } están en camino: { $carrier } ya los tiene.
    }
shipped =
    { $count ->
        [one] { subject } está en camino: el transportista ya lo tiene.
       *[other] { subject } están en camino: el transportista ya los tiene.
    }

## El último reparto

out-for-delivery =
    { $count ->
        [one] { subject } está en reparto.
       *[other] { subject } están en reparto.
    }
out-for-delivery-next = Le avisaremos aquí en cuanto el transportista confirme la entrega.

## En el punto de recogida

ready-for-pickup-at =
    { $count ->
        [one] { subject } le espera: { $place }.
       *[other] { subject } le esperan: { $place }.
    }
ready-for-pickup =
    { $count ->
        [one] { subject } puede recogerse, según el transportista.
       *[other] { subject } pueden recogerse, según el transportista.
    }
ready-for-pickup-until-next =
    { $count ->
        [one] Se guarda allí hasta el { $kept-until } inclusive. Es posible que le pidan un documento de identidad.
       *[other] Se guardan allí hasta el { $kept-until } inclusive. Es posible que le pidan un documento de identidad.
    }
ready-for-pickup-next = Es posible que le pidan un documento de identidad.

## Entregado

delivered-signed =
    { $count ->
        [one] { subject } se entregó con firma ({ $signed-by }), según el transportista.
       *[other] { subject } se entregaron con firma ({ $signed-by }), según el transportista.
    }
delivered =
    { $count ->
        [one] { subject } se entregó, según el transportista.
       *[other] { subject } se entregaron, según el transportista.
    }
delivered-next = Si algo no va bien, responda aquí y lo miraremos juntos.

## Un intento sin éxito

delivery-attempted-by =
    { $count ->
        [one] { $carrier } pasó con { object }, pero no pudo entregarlo.
       *[other] { $carrier } pasó con { object }, pero no pudo entregarlos.
    }
delivery-attempted =
    { $count ->
        [one] El transportista pasó con { object }, pero no pudo entregarlo.
       *[other] El transportista pasó con { object }, pero no pudo entregarlos.
    }
delivery-attempted-next = En cuanto indique cómo sigue, nuevo intento o punto de recogida, se lo diremos aquí.

## Más tarde de lo previsto

delayed-from =
    { $count ->
        [one] { subject } se retrasa: la entrega está prevista ahora para el { $day }, en lugar del { $missed }.
       *[other] { subject } se retrasan: la entrega está prevista ahora para el { $day }, en lugar del { $missed }.
    }
delayed-to =
    { $count ->
        [one] { subject } se retrasa: la entrega está prevista ahora para el { $day }.
       *[other] { subject } se retrasan: la entrega está prevista ahora para el { $day }.
    }
delayed-by = { $carrier } anuncia un retraso para { object }, sin dar una nueva fecha.
delayed = El transportista anuncia un retraso para { object }, sin dar una nueva fecha.
delayed-to-next = Si no le conviene, responda aquí.
delayed-next = En cuanto haya una, se la diremos aquí.

## Antes de lo previsto

sooner-from =
    { $count ->
        [one] Buenas noticias: { object } llega antes. La entrega está prevista ahora para el { $day }, en lugar del { $beaten }.
       *[other] Buenas noticias: { object } llegan antes. La entrega está prevista ahora para el { $day }, en lugar del { $beaten }.
    }
sooner-to = Buenas noticias para { object }: la entrega se adelanta al { $day }.
sooner =
    { $count ->
        [one] Buenas noticias: { object } llega antes de la fecha anunciada.
       *[other] Buenas noticias: { object } llegan antes de la fecha anunciada.
    }
sooner-next = Le avisaremos aquí si la fecha vuelve a cambiar.

## Una etiqueta y ningún paquete

not-handed-over-for =
    { $count ->
        [one] La etiqueta de { object } está lista desde hace { working-days }, pero el transportista aún no lo tiene.
       *[other] Las etiquetas de { object } están listas desde hace { working-days }, pero el transportista aún no los tiene.
    }
not-handed-over =
    { $count ->
        [one] La etiqueta de { object } está lista, pero el transportista aún no lo tiene.
       *[other] Las etiquetas de { object } están listas, pero el transportista aún no los tiene.
    }
not-handed-over-next = Le avisaremos aquí en cuanto anuncie la salida.

## Nadie lo ha escaneado

stalled-for =
    { $count ->
        [one] { subject } no se ha escaneado desde hace { working-days }.
       *[other] { subject } no se han escaneado desde hace { working-days }.
    }
stalled =
    { $count ->
        [one] { subject } no se ha escaneado desde hace varios días.
       *[other] { subject } no se han escaneado desde hace varios días.
    }
stalled-next = Seguimos el trayecto: cada nuevo escaneo aparecerá aquí.

## El día prometido ha pasado

late-since =
    { $count ->
        [one] { subject } se esperaba el { $day }; el transportista aún no lo ha entregado.
       *[other] { subject } se esperaban el { $day }; el transportista aún no los ha entregado.
    }
late =
    { $count ->
        [one] { subject } no se entregó el día anunciado.
       *[other] { subject } no se entregaron el día anunciado.
    }
late-estimated-next = La entrega está prevista ahora para el { $estimate }.
late-next = El transportista no ha dado una nueva fecha; en cuanto haya una, se la diremos aquí.

## Demasiado tarde para el día que cuenta

will-miss-deadline-unsent =
    { $naming ->
        [numbered] Su pedido n.º { $number } aún no ha salido y es probable que no llegue para el { $day }.
       *[bare] Su pedido aún no ha salido y es probable que no llegue para el { $day }.
    }
will-miss-deadline-estimated =
    { $count ->
        [one] Es probable que { object } no llegue para el { $day }: la entrega está prevista para el { $estimate }.
       *[other] Es probable que { object } no lleguen para el { $day }: la entrega está prevista para el { $estimate }.
    }
will-miss-deadline-by =
    { $count ->
        [one] Es probable que { object } no llegue para el { $day }.
       *[other] Es probable que { object } no lleguen para el { $day }.
    }
will-miss-deadline =
    { $count ->
        [one] Es probable que { object } no llegue a tiempo.
       *[other] Es probable que { object } no lleguen a tiempo.
    }
will-miss-deadline-next = Mejor saberlo ahora: díganos qué prefiere.

## Pronto dejará el punto de recogida

pickup-reminder-at =
    { $count ->
        [one] { subject } todavía le espera, hasta el { $day } inclusive: { $place }.
       *[other] { subject } todavía le esperan, hasta el { $day } inclusive: { $place }.
    }
pickup-reminder-until =
    { $count ->
        [one] { subject } todavía le espera en el punto de recogida, hasta el { $day } inclusive.
       *[other] { subject } todavía le esperan en el punto de recogida, hasta el { $day } inclusive.
    }
pickup-reminder =
    { $count ->
        [one] { subject } todavía le espera en el punto de recogida, por poco tiempo.
       *[other] { subject } todavía le esperan en el punto de recogida, por poco tiempo.
    }
pickup-reminder-next =
    { $count ->
        [one] Después vuelve a la tienda. Es posible que le pidan un documento de identidad.
       *[other] Después vuelven a la tienda. Es posible que le pidan un documento de identidad.
    }

## Otro punto de recogida

point-closed = El punto de recogida previsto para { object } está cerrado, según el transportista.
point-full = El punto de recogida previsto para { object } está lleno, según el transportista.
point-moved-to =
    { $count ->
        [one] { subject } va a otro punto de recogida: { $place }.
       *[other] { subject } van a otro punto de recogida: { $place }.
    }
point-moved =
    { $count ->
        [one] { subject } va a un punto de recogida distinto del previsto.
       *[other] { subject } van a un punto de recogida distinto del previsto.
    }
point-changed = El punto de recogida previsto para { object } ya no está disponible, según el transportista.
point-moved-next =
    { $count ->
        [one] Le avisaremos aquí en cuanto pueda recogerlo allí.
       *[other] Le avisaremos aquí en cuanto pueda recogerlos allí.
    }
point-changed-next = En cuanto el transportista indique cómo sigue, se lo diremos aquí.

## En la aduana

customs-hold =
    { $count ->
        [one] { subject } está retenido en la aduana.
       *[other] { subject } están retenidos en la aduana.
    }
customs-hold-next = Si le piden un documento o un pago, compruebe antes que la petición viene del transportista. Podrá seguir aquí el resto del trayecto.

## La dirección no es correcta

address-problem-by = { $carrier } no puede entregar { object }: la dirección es incorrecta o está incompleta.
address-problem = El transportista no puede entregar { object }: la dirección es incorrecta o está incompleta.
address-problem-next = Indíquenos la dirección exacta o un punto de recogida: una persona de la tienda se encargará.

## Dañado

damaged =
    { $count ->
        [one] { subject } está dañado, según el transportista.
       *[other] { subject } están dañados, según el transportista.
    }

## De vuelta

returning =
    { $count ->
        [one] { subject } vuelve a la tienda, según el transportista.
       *[other] { subject } vuelven a la tienda, según el transportista.
    }
returned =
    { $count ->
        [one] { subject } ha vuelto a la tienda, según el transportista.
       *[other] { subject } han vuelto a la tienda, según el transportista.
    }

## Perdido, encontrado

declared-lost =
    { $count ->
        [one] { subject } se ha perdido, según el transportista.
       *[other] { subject } se han perdido, según el transportista.
    }
presumed-lost-after =
    { $count ->
        [one] { subject } no se ha visto desde hace { working-days }: lo damos por perdido.
       *[other] { subject } no se han visto desde hace { working-days }: los damos por perdidos.
    }
presumed-lost =
    { $count ->
        [one] { subject } no se ha visto desde hace demasiado tiempo: lo damos por perdido.
       *[other] { subject } no se han visto desde hace demasiado tiempo: los damos por perdidos.
    }
found =
    { $count ->
        [one] { subject } ha aparecido y está de nuevo en camino.
       *[other] { subject } han aparecido y están de nuevo en camino.
    }
