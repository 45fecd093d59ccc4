<?php
// A calculator behind PHP's SoapServer: rpc/literal.
ini_set('soap.wsdl_cache_enabled', '0');
if (isset($_GET['wsdl'])) { header('Content-Type: text/xml; charset=utf-8'); readfile(__DIR__ . '/calc.wsdl'); exit; }

class Calc
{
    public function Divide($a, $b)
    {
        if ($b == 0) throw new SoapFault('Client', 'Division by zero');
        return ['quotient' => intdiv($a, $b), 'rest' => $a % $b];
    }

    public function Join($words, $between)
    {
        $list = $words->word ?? [];
        return implode($between, is_array($list) ? $list : [$list]);
    }

    public function Middle($from, $to) { return ['x' => ($from->x + $to->x) / 2, 'y' => ($from->y + $to->y) / 2]; }

    public function Ask($name) { return "Привет, $name"; }
}

$server = new SoapServer(__DIR__ . '/calc.wsdl');
$server->setClass('Calc');
$server->handle();
