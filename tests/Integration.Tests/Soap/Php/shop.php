<?php
// A shop behind PHP's SoapServer: document/literal, SOAP 1.1 and 1.2.
ini_set('soap.wsdl_cache_enabled', '0');
if (isset($_GET['wsdl'])) { header('Content-Type: text/xml; charset=utf-8'); readfile(__DIR__ . '/shop.wsdl'); exit; }

class Shop
{
    public function Echo($in) { return $in; }

    public function List($in)
    {
        $items = [];
        for ($i = 1; $i <= $in->count; $i++) {
            $items[] = ['code' => "A-$i", 'price' => sprintf('%d.50', $i), 'since' => $i % 2 ? '2026-03-02T10:20:30' : null, 'tag' => array_fill(0, $i % 3, "t$i")];
        }
        return ['items' => ['item' => $items]];
    }

    public function Total($in)
    {
        $items = $in->items->item ?? [];
        if (!is_array($items)) $items = [$items];
        $sum = '0';
        foreach ($items as $item) $sum = number_format((float) $sum + (float) $item->price, 2, '.', '');
        return ['sum' => $sum, 'count' => count($items)];
    }

    public function Fail($in)
    {
        switch ($in->kind) {
            case 'client': throw new SoapFault('Client', 'No such item.');
            case 'place': throw new SoapFault('Server', '{WebСервис.Склад.Модуль(12)}: Товара нет на складе');
            case 'detail': throw new SoapFault('Server', 'Out of stock', null, ['NoStock' => ['left' => 3]]);
            case 'long': throw new SoapFault('Server', str_repeat('long ', 100));
            case 'fatal': undefined_function();
        }
        return ['done' => true];
    }

    public function WhoAmI() { return ['user' => $_SERVER['PHP_AUTH_USER'] ?? 'nobody']; }
}

$server = new SoapServer(__DIR__ . '/shop.wsdl', isset($_GET['v12']) ? ['soap_version' => SOAP_1_2] : []);
$server->setClass('Shop');
$server->handle();
