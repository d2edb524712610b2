### Lo que el panel dice por sí mismo a quien compra.

## La conversación

assistant = Asistente automático
with-agent = { $name } le atiende
waiting = En espera de una persona
waiting-at =
    { $place ->
        [1] En espera de una persona: es su turno
       *[other] En espera de una persona, puesto { $place } en la cola
    }
about-minutes = unos { NUMBER($minutes) } min
nobody-there = Ahora no hay nadie. Su mensaje queda guardado y se leerá.
closed = Conversación cerrada
resolved = Esta conversación está cerrada. Escriba para volver a abrirla.
handed-over = Su conversación pasa a una persona, con todo lo que se ha dicho.
back-to-assistant = El asistente automático retoma la conversación.
took-over = { $name } se ha unido a la conversación.
close = Cerrar el chat
talk-to-human = Hablar con una persona
track-order = Seguir mi pedido
greeting = Hola, le atiende { $shop }.
greeting-more = ¿Qué podemos hacer por usted?
ask-for-order = ¿Dónde está mi pedido n.º { $number }?
transcript = Conversación
connecting = Conectando…
offline = Conexión perdida. Sus mensajes saldrán en cuanto vuelva.
ended = Su sesión ha terminado. Vuelva a cargar la página.
earlier = Ver los mensajes anteriores
unread = Mensajes nuevos
today = Hoy
yesterday = Ayer
you = Usted
# Delante de un mensaje que se lee en voz alta.
said = { $who }:
typing = { $who } está escribiendo…
typing-somebody = Se está escribiendo una respuesta…

## Escribir

message = Su mensaje
message-hint = Escriba su mensaje
send = Enviar
sending = Enviando…
sent = Enviado
seen = Leído
unanswered = No enviado.
retry = Reintentar
edit = Modificar
characters-left =
    { $count ->
        [one] queda { $count } carácter
       *[other] quedan { $count } caracteres
    }
characters-over =
    { $count ->
        [one] Demasiado largo: quite { $count } carácter.
       *[other] Demasiado largo: quite { $count } caracteres.
    }
refused =
    { $code ->
        [too_large] Mensaje demasiado largo. Acórtelo o envíelo en dos partes.
        [too_long] Mensaje demasiado largo. Acórtelo o envíelo en dos partes.
        [too_fast] Demasiados mensajes a la vez. Espere un momento y vuelva a intentarlo.
        [conflict] Este mensaje cambió por el camino. Modifíquelo y vuelva a enviarlo.
        [empty] El mensaje está vacío. Escriba unas palabras.
        [forbidden] Esto no está a su alcance. Pida hablar con una persona.
        [not_found] No se ha encontrado. Recargue la página y vuelva a intentarlo.
        [locked] Demasiados intentos para este pedido. También puede hablar con una persona.
        [unavailable] Algo ha fallado por nuestra parte. Su mensaje está guardado; vuelva a intentarlo.
       *[other] Esto no es posible aquí. Recargue la página y vuelva a intentarlo.
    }
retry-in-seconds = Vuelva a intentarlo dentro de { NUMBER($count) } s.
retry-in-minutes = Vuelva a intentarlo dentro de { NUMBER($count) } min.
retry-in-hours = Vuelva a intentarlo dentro de { NUMBER($count) } h.

## El pedido

news = Noticias de su paquete
order = Pedido n.º { $number }
placed = Hecho el { $day }
cancelled = Pedido anulado
preparing = La tienda prepara su pedido. Todavía no ha salido nada.
more-items =
    { $count ->
        [one] y { $count } artículo más
       *[other] y { $count } artículos más
    }
parcel = Paquete { NUMBER($number) } de { NUMBER($count) }
expected = Entrega prevista
first-promised = anunciada primero para el { $day }
carrier = Transportista
tracking-number = Número de seguimiento
track-at = Seguir en { $carrier }
track = Seguir el paquete
new-tab = (pestaña nueva)
pickup-point = Punto de recogida
kept-until = El paquete se guarda allí hasta el { $day }.
hours = Horario
open-until = Abierto hasta las { $hour }
opens-again = Cerrado; abre el { $day } a las { $hour }
closed-that-day = Cerrado
closed-on = Cerrado excepcionalmente el { $day }.
closed-between = Cerrado excepcionalmente del { $first } al { $last }.
bring = Es posible que le pidan un documento de identidad.
way-there = Ver en el mapa
history = Todo el historial ({ NUMBER($count) })
step =
    { $name ->
        [ordered] Pedido
        [shipped] Enviado
        [out_for_delivery] En reparto
        [ready_for_pickup] Para recoger
        [delivered] Entregado
       *[returned] Devuelto
    }
status =
    { $name ->
        [pre_transit] Pronto con el transportista
        [in_transit] En camino
        [out_for_delivery] En reparto
        [available_for_pickup] Listo en el punto de recogida
        [delivery_attempted] Intento de entrega
        [delivered] Entregado
        [delayed] Con retraso
        [exception] Un incidente retiene el paquete
        [returning] De vuelta a la tienda
        [returned] Devuelto a la tienda
        [lost] El transportista no lo encuentra
        [cancelled] Envío anulado
       *[unknown] Aún sin noticias del transportista
    }
reason =
    { $name ->
        [customs] Está en la aduana.
        [address] La dirección es incorrecta o está incompleta.
        [refused] El paquete fue rechazado.
        [absent] No había nadie.
        [damaged] El paquete está dañado.
        [point_closed] El punto de recogida está cerrado.
        [point_full] El punto de recogida está lleno.
        [point_moved] El paquete va a otro punto de recogida.
       *[disruption] El tiempo, una huelga o algo similar retiene muchos paquetes.
    }

## De un vistazo

back = Volver
your-orders = Sus pedidos
no-orders = Aún no se sigue ningún pedido aquí.
what-next = Qué pasa ahora
your-conversations = Sus conversaciones
write-to-us = Escribirnos
ask-about-order = Preguntar por este pedido
seek = Buscar una respuesta
no-answer = Aquí no hay nada sobre eso. Pregúntenos.
unsought = La búsqueda no responde. Vuelva a intentarlo.
desk-open = Alguien le responde hasta las { $hour }.
desk-opens = Alguien le responderá de nuevo el { $day } a las { $hour }.
usual-wait = Espera habitual: unos { NUMBER($minutes) } min.

## Encontrar un pedido

form-title = Encontrar mi pedido
number = Número de pedido
number-hint = Está en el correo de confirmación, por ejemplo 1042.
number-missing = Indique el número del pedido.
proof = Correo electrónico o código postal
proof-hint = El del pedido.
proof-missing = Indique el correo electrónico o el código postal del pedido.
look-up = Buscar
