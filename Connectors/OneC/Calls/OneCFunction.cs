using Cleverence.Connectivity;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC;

/// <summary>Calls functions of 1C by their names, through the one that takes a name (ВызовПроизвольнойФункции): every argument must have a formal parameter.</summary>
internal sealed class OneCFunction
{
    private static readonly OneCParameter[] Formals =
    [
        OneCFunctionNames.Hint,
        .. OneCFunctionNames.Parameters.Select(name => new OneCParameter(new ConnectorParameterInfo(name, null) { Optional = true }, name, OneCType.Any)),
    ];

    private readonly OneCWriter writer;
    private readonly OneCBinding own;

    public OneCFunction(string name, OneCWriter writer)
    {
        this.writer = writer;
        own = new OneCBinding(name, OwnParameters, writer);
    }

    /// <summary>The parameters of the function itself, where callers may call it.</summary>
    public static IReadOnlyList<OneCParameter> OwnParameters { get; } =
        [new(new ConnectorParameterInfo(OneCFunctionNames.Function, ValueKind.String) { Description = "The function of 1C to be called." }, OneCFunctionNames.Function, OneCType.String), .. Formals];

    /// <summary>The arguments of a call of the function itself, and the type its result is wanted in.</summary>
    public (JObject Args, OneCType Type) OfOwn(OneCCall call) => Typed(own.Json(call.Args));

    /// <summary>The arguments of a call of a function that nobody declared: positional ones become Параметр1, Параметр2 …</summary>
    public (JObject Args, OneCType Type) OfAny(OneCCall call)
    {
        var name = call.Args.ClassName.Length == 0 ? call.Args.MethodName : $"{call.Args.ClassName}.{call.Args.MethodName}";
        // The hint comes last for those who pass by position: values of a function begin with its first parameter.
        var binding = new OneCBinding(name, [.. Formals.Skip(1), Formals[0]], writer);
        return Typed(With(name, binding.Json(call.Args)));
    }

    /// <summary>The arguments of a declared function.</summary>
    public static (JObject Args, OneCType Type) OfDeclared(OneCDeclared method, JObject args)
    {
        var (json, type) = Typed(With(method.NameInOneC, args));
        return (json, type == OneCType.Any ? method.ResultType : type);
    }

    private static JObject With(string name, JObject args)
    {
        args.AddFirst(new JProperty(OneCFunctionNames.Function, name));
        return args;
    }

    private static (JObject Args, OneCType Type) Typed(JObject args) => (args, OneCFunctionNames.TypeOf((string?)args[OneCFunctionNames.ResultType]));
}
