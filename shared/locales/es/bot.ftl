### Lo que dice el asistente por sí mismo, y cómo está un pedido.
### Las variables se explican en fr/notices.ftl.

## Cortesías

greeting = ¡Hola! Puedo decirle dónde está su pedido o ponerle en contacto con una persona.
thanked = Con mucho gusto. ¿Puedo hacer algo más por usted?
tell-more = Por supuesto. ¿De qué se trata?
no-more = De acuerdo. Aquí estoy si me necesita.
settled = ¡Me alegro! Si algo cambia, le avisaré aquí.

## Lo que no sabe

not-understood = No estoy seguro de haberle entendido y prefiero no adivinar. Sé seguir un pedido; para lo demás, una persona leerá su mensaje tal como lo ha escrito.
articles-found = Esto dice la ayuda de la tienda. Si no responde a su pregunta, una persona leerá su mensaje tal como lo ha escrito.

## Encontrar un pedido

which-order = Indique el número del pedido y el correo electrónico o el código postal de la compra: lo miro enseguida.
proof-failed = Ningún pedido coincide con estos datos. Compruebe el número en el correo de confirmación y pruebe con el correo electrónico o el código postal de entrega. Una persona también puede buscarlo con usted.
proof-sent =
    { $naming ->
        [numbered] Pedido n.º { $number }
       *[bare] Pedido
    }

## Pedir algo de un pedido

ask-refund =
    { $naming ->
        [numbered] ¿Quiere que pida a una persona el reembolso del pedido n.º { $number }?
       *[bare] ¿Quiere que pida a una persona el reembolso de este pedido?
    }
ask-other-address =
    { $naming ->
        [numbered] ¿Quiere que pida a una persona otra dirección u otro punto de recogida para el pedido n.º { $number }?
       *[bare] ¿Quiere que pida a una persona otra dirección u otro punto de recogida para este pedido?
    }

## Pasar a una persona

handed-off-requested = Lo paso a una persona, con toda la conversación: no tendrá que repetir nada. Puede seguir escribiendo aquí.
handed-off-not-understood = No puedo responderle yo: paso su pregunta, tal cual, a una persona.
handed-off-decision = Esto requiere una decisión humana: lo paso a una persona, con el seguimiento del paquete.
handed-off-reopened = Vuelvo a abrir su caso: una persona lo retoma con todo el historial.

## Cuando un caso está resuelto

is-it-settled = Creemos que todo está resuelto. ¿Es así? Si no tenemos noticias suyas en tres días, cerraremos el caso; basta un mensaje para volver a abrirlo.
how-was-it = ¿Cómo hemos atendido su caso? Basta un toque.
rated = Gracias, su opinión ayuda a todo el equipo.
rated-badly = Gracias por decírnoslo, y disculpe. Si queda algo por resolver, una persona retomará su caso.
would-recommend = Una última pregunta: de 0 a 10, ¿recomendaría la tienda a un amigo? 0 es nada, 10 es sin dudarlo.
scored = Gracias, queda anotado.

## Respuestas con un toque

choice-track-order = ¿Dónde está mi pedido?
choice-other-order = Otro pedido
choice-talk-to-human = Hablar con una persona
choice-settled = Está resuelto, gracias
choice-wait = Espero
choice-other-address = A otra dirección
choice-other-point = A otro punto de recogida
choice-send-again = Un nuevo envío
choice-refund = Un reembolso
choice-not-received = No lo he recibido
choice-still-missing = He buscado, nada
choice-mute-order = No avisarme más
choice-unmute-order = Volver a avisarme
choice-call-back = Contácteme más tarde
choice-not-settled = Todavía no
choice-rate-good = Muy bien
choice-rate-fair = Regular
choice-rate-bad = Mal

## Cómo está un pedido

the-order =
    { $naming ->
        [numbered] Su pedido n.º { $number }
       *[bare] Su pedido
    }
order-cancelled = { the-order } fue anulado por la tienda.
order-unsent = { the-order } está registrado y aún no se ha enviado. Todavía no hay fecha de entrega; le avisaré aquí en cuanto salga.
order-in-parcels = { the-order } viaja en { $count } paquetes. Así está cada uno.
order-pre-transit = { the-order } está listo; el transportista aún no lo ha recogido.
order-in-transit = { the-order } está en camino.
order-out-for-delivery = { the-order } está en reparto.
order-ready-for-pickup = { the-order } le espera en el punto de recogida.
order-attempted = { the-order } se llevó a su dirección, pero no se pudo entregar. El transportista indica cómo sigue en su página de seguimiento.
order-delivered = { the-order } se entregó, según el transportista. Si no lo ha recibido, dígaselo aquí a una persona.
order-delayed = { the-order } está en camino, con retraso.
order-exception = { the-order } tiene un problema con el transportista; los detalles están debajo.
order-returning = { the-order } vuelve a la tienda, según el transportista.
order-lost = { the-order } fue declarado perdido por el transportista.
order-shipment-cancelled = { the-order } tiene el envío anulado por el transportista.
order-unknown = { the-order } está con el transportista, que no ha dicho nada claro. No puedo decirle más por ahora.
order-estimated = El transportista prevé la entrega para el { $estimate }.
