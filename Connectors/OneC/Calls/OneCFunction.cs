using Cleverence.Connectivity;
using Cleverence.Warehouse;
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
    public (JObject Args, OneCType Type) OfAny(OneCCall call) => Typed(With(NameOf(call), AnyBinding(call).Json(call.Args)));

    /// <summary>The same for a web service, whose operation has every formal parameter.</summary>
    public (List<InvokeArg> Args, OneCType Type) AnyValues(OneCCall call) => Typed(Formal(NameOf(call), [.. AnyBinding(call).Values(call.Args).Select(pair => new InvokeArg(pair.Parameter.NameInOneC, pair.Value))]));

    /// <summary>The arguments of a call of the function itself, for a web service.</summary>
    public (List<InvokeArg> Args, OneCType Type) OwnValues(OneCCall call)
    {
        var given = own.Values(call.Args).Select(pair => new InvokeArg(pair.Parameter.NameInOneC, pair.Value)).ToList();
        return Typed(Formal((string)given.Find(arg => arg.Name == OneCFunctionNames.Function).Value!, given));
    }

    /// <summary>Fills the formal parameters: an operation takes a nil where a call gives nothing.</summary>
    public static List<InvokeArg> Formal(string name, IReadOnlyList<InvokeArg> given) =>
    [
        new InvokeArg(OneCFunctionNames.Function, name),
        .. OneCFunctionNames.Parameters.Prepend(OneCFunctionNames.ResultType).Select(formal => new InvokeArg(formal, given.FirstOrDefault(arg => arg.Name == formal).Value)),
    ];

    /// <summary>The arguments of a declared function.</summary>
    public static (JObject Args, OneCType Type) OfDeclared(OneCDeclared method, JObject args)
    {
        var (json, type) = Typed(With(method.NameInOneC, args));
        return (json, type == OneCType.Any ? method.ResultType : type);
    }

    // The hint comes last for those who pass by position: values of a function begin with its first parameter.
    private OneCBinding AnyBinding(OneCCall call) => new(NameOf(call), [.. Formals.Skip(1), Formals[0]], writer);

    private static string NameOf(OneCCall call) => call.Args.ClassName.Length == 0 ? call.Args.MethodName : $"{call.Args.ClassName}.{call.Args.MethodName}";

    private static (List<InvokeArg> Args, OneCType Type) Typed(List<InvokeArg> args) => (args, OneCFunctionNames.TypeOf(args.Find(arg => arg.Name == OneCFunctionNames.ResultType).Value as string));

    private static JObject With(string name, JObject args)
    {
        args.AddFirst(new JProperty(OneCFunctionNames.Function, name));
        return args;
    }

    private static (JObject Args, OneCType Type) Typed(JObject args) => (args, OneCFunctionNames.TypeOf((string?)args[OneCFunctionNames.ResultType]));
}
