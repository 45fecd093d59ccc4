using Cleverence.Warehouse;

namespace TsdClient;

/// <summary>Where an action's direction leads: to an action by name, or where a reserved word says. Case never matters.</summary>
internal static class Directions
{
    public const string Words = "back, return, abort, exit, home, cancel, break, continue";

    public static bool Knows(string target, IReadOnlyList<InvokeMethodAction> actions) =>
        target.Length == 0 || Words.Split(", ").Contains(target, StringComparer.OrdinalIgnoreCase) || IndexOf(target, actions) >= 0;

    /// <summary>The index of the action to go to; null to end. An action that bears a reserved word as its name wins over the word.</summary>
    public static Step Follow(string target, int at, Stack<int> history, IReadOnlyList<InvokeMethodAction> actions)
    {
        if (IndexOf(target, actions) is >= 0 and var named) return new Step(named, false);
        return target.ToUpperInvariant() switch
        {
            "" or "CONTINUE" => at + 1 < actions.Count ? new Step(at + 1, false) : new Step(null, false),
            "BACK" => history.TryPop(out var earlier) ? new Step(earlier, false) { IsBack = true } : new Step(null, true),
            "HOME" => new Step(0, false),
            "ABORT" or "CANCEL" => new Step(null, true),
            _ => new Step(null, false),
        };
    }

    private static int IndexOf(string name, IReadOnlyList<InvokeMethodAction> actions)
    {
        for (var i = 0; name.Length > 0 && i < actions.Count; i++)
        {
            if (actions[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }
}
