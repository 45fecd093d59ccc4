using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Cleverence.Warehouse;

namespace TsdClient;

/// <summary>Reads actions as the original configuration writes them: one <c>InvokeMethodAction</c>, or several under <c>Actions</c>.</summary>
internal static class ActionFile
{
    public static IReadOnlyList<InvokeMethodAction> Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (IOException unreadable)
        {
            throw new TsdMistakeException($"The action file cannot be read: {unreadable.Message}");
        }
    }

    public static IReadOnlyList<InvokeMethodAction> Parse(string xml, string place)
    {
        var problems = new List<string>();
        var actions = new List<InvokeMethodAction>();
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader).Root!;
            IEnumerable<XElement> elements = root.Name.LocalName == "InvokeMethodAction" ? [root] : root.Elements().Where(element => element.Name.LocalName == "InvokeMethodAction");
            actions.AddRange(elements.Select((element, at) => ReadAction(element, $"action {at + 1}", problems)));
        }
        catch (XmlException wrong)
        {
            problems.Add($"it is not XML: {wrong.Message}");
        }

        if (actions.Count == 0 && problems.Count == 0) problems.Add("it holds no InvokeMethodAction element");
        CheckDirections(actions, problems);
        return problems.Count == 0 ? actions : throw new TsdMistakeException($"{place} cannot be used:\n- {string.Join("\n- ", problems)}");
    }

    private static InvokeMethodAction ReadAction(XElement element, string place, List<string> problems)
    {
        var action = new InvokeMethodAction
        {
            Name = Text(element, "name"),
            ConnectorId = Text(element, "connectorId"),
            ClassName = Text(element, "className"),
            MethodName = Text(element, "methodName"),
            SessionVariable = Text(element, "sessionVariable"),
            WaitingTime = ReadSeconds(element, place, problems),
            ShowErrorMessage = !Text(element, "showErrorMessage").Equals("false", StringComparison.OrdinalIgnoreCase),
            Background = Text(element, "background").Equals("true", StringComparison.OrdinalIgnoreCase),
            TimeoutMessage = Text(element, "timeoutMessage"),
            ErrorDirection = Text(element, "errorDirection"),
            TimeoutDirection = Text(element, "timeoutDirection"),
            NextDirection = Text(element, "nextDirection"),
        };
        if (action.ConnectorId.Length == 0) problems.Add($"{place}: connectorId is empty");
        if (action.MethodName.Length == 0) problems.Add($"{place}: methodName is empty");
        foreach (var parameter in element.Elements().Where(child => child.Name.LocalName == "Parameters").Elements().Where(child => child.Name.LocalName == "InvokeParameter"))
        {
            var read = new InvokeParameter { Name = Text(parameter, "name"), Type = Text(parameter, "type"), Value = Text(parameter, "value") };
            if (read.Name.Length == 0) problems.Add($"{place}: a parameter with the value '{read.Value}' has no name");
            if (!ArgumentTypes.Knows(read.Type)) problems.Add($"{place}: parameter {read.Name} has the type '{read.Type}'; known: {ArgumentTypes.Names}");
            action.Parameters.Add(read);
        }

        return action;
    }

    private static int ReadSeconds(XElement element, string place, List<string> problems)
    {
        var text = Text(element, "waitingTime");
        if (text.Length == 0) return 0;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return seconds;
        problems.Add($"{place}: waitingTime '{text}' is not a number of seconds");
        return 0;
    }

    private static void CheckDirections(List<InvokeMethodAction> actions, List<string> problems)
    {
        var names = actions.Select(action => action.Name).Where(name => name.Length > 0).ToList();
        problems.AddRange(names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => $"two actions are called '{group.Key}'"));
        foreach (var action in actions)
        {
            foreach (var target in new[] { action.NextDirection, action.ErrorDirection, action.TimeoutDirection }.Where(target => !Directions.Knows(target, actions)))
            {
                problems.Add($"the direction '{target}' is neither an action ({string.Join(", ", names)}) nor one of {Directions.Words}");
            }
        }
    }

    private static string Text(XElement element, string name) => ((string?)element.Attribute(name))?.Trim() ?? "";
}
