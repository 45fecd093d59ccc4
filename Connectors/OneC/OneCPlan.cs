using Cleverence.Connectivity;
using Connectors.OneC.OData;
using Connectors.Transport;

namespace Connectors.OneC;

/// <summary>The settings, checked as a whole: all problems are told together.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Options">Where the base is and how it is called.</param>
/// <param name="Transport">The transport of methods that name none.</param>
/// <param name="Declared">The methods of the settings.</param>
internal sealed record OneCPlan(OneCSettings Settings, OneCOptions Options, OneCTransportKind Transport, IReadOnlyList<OneCDeclared> Declared)
{
    public MethodSafety FunctionSafety { get; init; }

    /// <summary>The web services.</summary>
    public IReadOnlyList<OneCWebServiceOptions> Services { get; init; } = [];

    public OneCExchangeOptions? Exchange { get; init; }

    public ODataOptions OData { get; init; } = new();

    /// <summary>What works but should be looked at.</summary>
    public IReadOnlyList<ConnectorProblem> Warnings { get; init; } = [];

    /// <exception cref="ConnectorSettingsException">The settings cannot be used.</exception>
    public static OneCPlan Read(OneCSettings settings)
    {
        var problems = new SettingsProblems();
        var options = OneCSettingsReader.Read(settings, problems);
        var transport = OneCSettingsReader.TransportOf("transport", settings.Transport, problems);
        var plan = new OneCPlan(settings, options, transport, new OneCMethodReader(settings, options, transport, problems).Read())
        {
            FunctionSafety = OneCMethodReader.SafetyOf("function.safety", settings.Function.Safety, problems),
            Services = OneCWebServiceOptions.Read(settings.Soap, problems),
            Exchange = OneCExchangeOptions.Read(settings.Exchange, problems),
            OData = ODataSettingsReader.Read(settings.OData, options, problems),
        };
        CheckFunction(settings, transport, problems);
        CheckNotEmpty(settings, problems);
        OneCNameProblems.CheckClasses(settings, problems);
        problems.ThrowIfAny();
        return plan with { Warnings = [.. problems.All] };
    }

    private static void CheckFunction(OneCSettings settings, OneCTransportKind transport, SettingsProblems problems)
    {
        var used = settings.AnyFunction || settings.Function.Enabled || settings.Methods.Any(method => method.Function);
        if (used && string.IsNullOrWhiteSpace(settings.Function.Name))
        {
            problems.Add("FUNCTION_NAME_MISSING", "function.name", "Functions are to be called by their names, but the one that calls them is not named.", "Функции вызываются по имени, но не указана функция, которая их вызывает.",
                "Write its name in 1C, usually ВызовПроизвольнойФункции.", "Укажите её имя в 1С, обычно ВызовПроизвольнойФункции.");
        }

        // Methods that go through it are looked at one by one: each may have a transport of its own.
        var own = settings.AnyFunction || settings.Function.Enabled;
        if (own && transport == OneCTransportKind.Soap && !OneCOperationName.IsOf(settings.Soap, settings.Function.Name)) OneCFunctionProblems.NoService(problems, settings.Function.Name);
        if (own && transport == OneCTransportKind.Http && OneCOperationName.IsOf(settings.Soap, settings.Function.Name)) OneCFunctionProblems.NotOverHttp(problems, "transport", settings.Function.Name);
        if (!own || transport != OneCTransportKind.OData) return;
        problems.Add("FUNCTION_NOT_OVER_ODATA", "transport", "Functions are to be called by their names, and OData has no such calls.", "Функции вызываются по имени, а в OData таких вызовов нет.",
            "Write http or soap as the transport.", "Укажите transport http или soap.");
    }

    private static void CheckNotEmpty(OneCSettings settings, SettingsProblems problems)
    {
        if (settings.Methods.Count > 0 || settings.AnyFunction || settings.Function.Enabled || settings.Exchange.Enabled || settings.OData.Enabled || settings.OData.Methods.Count > 0 || settings.Soap.Services.Count > 0) return;
        problems.Add("NOTHING_TO_CALL", "methods", "The settings name nothing that could be called.", "В настройках нет ничего, что можно вызвать.",
            "List methods, or enable anyFunction, function, exchange, odata or a service of soap.", "Перечислите methods или включите anyFunction, function, exchange, odata либо сервис в soap.");
    }
}
