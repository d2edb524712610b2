### Lo que responde el asistente cuando se elige, acerca de un paquete, una de las opciones.
### Las variables se explican en fr/notices.ftl.

## Esperar

will-watch-estimated =
    { $count ->
        [one] Anotado. La entrega está prevista para el { $estimate }, para { object }: le avisaré aquí si esa fecha cambia y en cuanto esté en reparto.
       *[other] Anotado. La entrega está prevista para el { $estimate }, para { object }: le avisaré aquí si esa fecha cambia y en cuanto estén en reparto.
    }
will-watch =
    { $count ->
        [one] Anotado. Sigo pendiente de { object }: le avisaré aquí en cuanto esté en reparto o pueda recogerse, y si ocurre cualquier otra cosa.
       *[other] Anotado. Sigo pendiente de { object }: le avisaré aquí en cuanto estén en reparto o puedan recogerse, y si ocurre cualquier otra cosa.
    }

## Entregado, pero no recibido

usual-places =
    { $count ->
        [one] Veámoslo juntos. Mire primero en el buzón, con los vecinos, con el conserje o en recepción, y pregunte a quienes viven con usted. Si el paquete no está, lo paso a una persona.
       *[other] Veámoslo juntos. Mire primero en el buzón, con los vecinos, con el conserje o en recepción, y pregunte a quienes viven con usted. Si los paquetes no están, lo paso a una persona.
    }
proof-signed = El transportista anotó esta firma: { $signed-by }.
proof-shown = Su comprobante de entrega: { $proof-url }.

## Pedir a una persona

request-other-address = Para { object }, paso a una persona su petición de otra dirección, con todo el seguimiento. Escríbala aquí: la tendrá a la vista.
request-other-point = Para { object }, paso a una persona su petición de otro punto de recogida, con todo el seguimiento. Diga aquí cuál le conviene: lo tendrá a la vista.
request-send-again = Para { object }, paso a una persona su petición de un nuevo envío, con todo el seguimiento: no tendrá que repetir nada.
request-refund = Para { object }, paso a una persona su petición de reembolso, con todo el seguimiento: no tendrá que repetir nada.
request-inquiry = Para { object }, aviso a una persona de que no ha recibido nada, con todo el seguimiento: no tendrá que repetir nada.
answer-promised = Una persona le responderá antes del final del { $promise-by }.
answer-coming = Una persona le responderá aquí.

## No recibir más avisos, volver a recibirlos

muted =
    { $naming ->
        [numbered] Anotado: no le avisaré más del pedido n.º { $number }, salvo si un paquete se entrega, se pierde o vuelve a la tienda.
       *[bare] Anotado: no le avisaré más de este pedido, salvo si un paquete se entrega, se pierde o vuelve a la tienda.
    }
unmuted =
    { $naming ->
        [numbered] Anotado: vuelvo a avisarle aquí del pedido n.º { $number }.
       *[bare] Anotado: vuelvo a avisarle aquí de este pedido.
    }

## Hasta cuándo pedir, y si llegará a tiempo

order-until = Para recibirlo a más tardar el { $day }, haga el pedido antes del { $order-before }: { $offer }.
order-instead = Ya es tarde para una entrega antes del { $day }. Aún es posible antes del { $order-before }: { $offer }.
no-cutoff-for = No tengo una fecha límite segura para el { $day } y prefiero no adivinar. Una persona puede responderle.
no-cutoff = No tengo una fecha límite segura y prefiero no adivinar. Una persona puede responderle.
in-time = La entrega está prevista para el { $estimate }, a tiempo para el { $day }. Es la estimación del transportista: si cambia, le aviso aquí.
in-time-unknown = El transportista no ha dado fecha para todo, así que no puedo prometerle el { $day }. En cuanto la dé, le aviso aquí.
too-late = La entrega está prevista para el { $estimate }, después del { $day }. Una persona puede ver con usted qué es posible todavía.

## Promesas, bajo el mensaje que las hace

promise-callback = Le contactamos antes del final del { $promise-by }.
promise-answer = Respuesta antes del final del { $promise-by }.
promise-refund = Reembolso antes del final del { $promise-by }.
promise-replacement = Nuevo envío antes del final del { $promise-by }.

## Esperar mucho a una persona

long-wait = La espera se alarga, y lo sentimos. Puede seguir esperando o cerrar esta página: en ese caso le contactamos aquí antes del final del { $promise-by }.
called-back = Anotado: una persona le contactará aquí antes del final del { $promise-by }, con toda la conversación. Conserva su lugar en la cola.
