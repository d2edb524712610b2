### O que o assistente diz por si, e como está uma encomenda.
### As variáveis estão explicadas em fr/notices.ftl.

## Cortesias

greeting = Olá! Posso dizer-lhe onde está a sua encomenda ou pô-lo em contacto com uma pessoa.
thanked = Com todo o gosto. Posso fazer mais alguma coisa por si?
tell-more = Claro. De que se trata?
no-more = Está bem. Estou aqui se precisar.
settled = Ainda bem! Se alguma coisa mudar, aviso aqui.

## O que não sabe

not-understood = Não tenho a certeza de ter percebido e prefiro não adivinhar. Sei seguir uma encomenda; para o resto, uma pessoa lerá a sua mensagem tal como a escreveu.
articles-found = Isto é o que diz a ajuda da loja. Se não responder à sua pergunta, uma pessoa lerá a sua mensagem tal como a escreveu.

## Encontrar uma encomenda

which-order = Indique o número da encomenda e o e-mail ou o código postal da compra: vejo já.
proof-failed = Nenhuma encomenda corresponde a estes dados. Confirme o número no e-mail de confirmação e experimente o e-mail ou o código postal de entrega. Uma pessoa também pode procurar consigo.
proof-sent =
    { $naming ->
        [numbered] Encomenda n.º { $number }
       *[bare] Encomenda
    }

## Pedir algo de uma encomenda

ask-refund =
    { $naming ->
        [numbered] Quer que peça a uma pessoa o reembolso da encomenda n.º { $number }?
       *[bare] Quer que peça a uma pessoa o reembolso desta encomenda?
    }
ask-other-address =
    { $naming ->
        [numbered] Quer que peça a uma pessoa outra morada ou outro ponto de recolha para a encomenda n.º { $number }?
       *[bare] Quer que peça a uma pessoa outra morada ou outro ponto de recolha para esta encomenda?
    }

## Passar a uma pessoa

handed-off-requested = Passo o assunto a uma pessoa, com toda a conversa: não terá de repetir nada. Pode continuar a escrever aqui.
handed-off-not-understood = Não consigo responder-lhe eu: passo a sua pergunta, tal como está, a uma pessoa.
handed-off-decision = Isto exige uma decisão humana: passo o assunto a uma pessoa, com o percurso do pacote.
handed-off-reopened = Reabro o seu pedido: uma pessoa retoma-o com todo o histórico.

## Quando um pedido está resolvido

is-it-settled = Para nós, está tudo resolvido. Confirma? Se não tivermos notícias suas em três dias, fechamos o pedido; basta uma mensagem para o reabrir.
how-was-it = Como tratámos o seu pedido? Basta um toque.
rated = Obrigado, a sua opinião ajuda toda a equipa.
rated-badly = Obrigado por nos dizer, e pedimos desculpa. Se ainda há algo por resolver, uma pessoa retoma o seu pedido.
would-recommend = Uma última pergunta: de 0 a 10, recomendaria a loja a um amigo? 0 é de modo nenhum, 10 é sem hesitar.
scored = Obrigado, ficou registado.

## Respostas com um toque

choice-track-order = Onde está a minha encomenda?
choice-other-order = Outra encomenda
choice-talk-to-human = Falar com uma pessoa
choice-settled = Está resolvido, obrigado
choice-wait = Espero
choice-other-address = Para outra morada
choice-other-point = Para outro ponto de recolha
choice-send-again = Um novo envio
choice-refund = Um reembolso
choice-not-received = Não o recebi
choice-still-missing = Procurei, nada
choice-mute-order = Não avisar mais
choice-unmute-order = Voltar a avisar
choice-call-back = Contactem-me mais tarde
choice-not-settled = Ainda não
choice-rate-good = Muito bem
choice-rate-fair = Mais ou menos
choice-rate-bad = Mal

## Como está uma encomenda

the-order =
    { $naming ->
        [numbered] A sua encomenda n.º { $number }
       *[bare] A sua encomenda
    }
order-cancelled = { the-order } foi anulada pela loja.
order-unsent = { the-order } está registada e ainda não foi enviada. Por agora não há data de entrega; aviso aqui assim que sair.
order-in-parcels = { the-order } viaja em { $count } pacotes. Eis como está cada um.
order-pre-transit = { the-order } está pronta; a transportadora ainda não a recolheu.
order-in-transit = { the-order } está a caminho.
order-out-for-delivery = { the-order } está em distribuição.
order-ready-for-pickup = { the-order } está à sua espera no ponto de recolha.
order-attempted = { the-order } foi levada à sua morada, mas não pôde ser entregue. A transportadora indica o que se segue na sua página.
order-delivered = { the-order } foi entregue, segundo a transportadora. Se não a recebeu, diga-o aqui a uma pessoa.
order-delayed = { the-order } está a caminho, com atraso.
order-exception = { the-order } tem um problema na transportadora; os pormenores estão abaixo.
order-returning = { the-order } está a voltar para a loja, segundo a transportadora.
order-lost = { the-order } foi dada como perdida pela transportadora.
order-shipment-cancelled = { the-order } teve o envio anulado pela transportadora.
order-unknown = { the-order } está na transportadora, que não disse nada de claro. Por agora não posso dizer mais.
order-estimated = A transportadora prevê a entrega para { $estimate }.
