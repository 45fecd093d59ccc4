namespace Emulators.OneC;

/// <summary>«ВызовПроизвольнойФункции» as an operation: the name, the kind of the result, ten values that may be empty.</summary>
internal static class GateAnyFunction
{
    public static SoapOperation Operation { get; } = new(AnyFunction.Name, new SoapParameter("return", "xs:string", Nillable: true),
    [
        new("ИмяФункции", "xs:string"), new("ТипВозвращаемогоЗначения", "xs:string", Nillable: true),
        .. Enumerable.Range(1, 10).Select(number => new SoapParameter($"Параметр{number}", "xs:string", Nillable: true)),
    ],
    call => Task.FromResult(new SoapAnswer(Run(call))));

    private static string Run(SoapCall call)
    {
        switch (call.Text("ИмяФункции"))
        {
            case "МояФункция":
                call.Base.Effects.Add("МояФункция");
                return "выполнено";
            case "Соединить":
                return string.Join('|', Enumerable.Range(1, 10).Select(number => call.Text($"Параметр{number}") ?? "Неопределено"));
            case var name:
                throw new SoapFaultException($"{{ОбщийМодуль.ТерминалыСервер.Модуль(31)}}: Процедура или функция с указанным именем не определена ({name})");
        }
    }
}
