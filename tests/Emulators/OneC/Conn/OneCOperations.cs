using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>Long operations of the base and their states.</summary>
public sealed class OneCOperations
{
    private readonly ConcurrentDictionary<string, OneCOperation> all = new(StringComparer.Ordinal);

    /// <summary>Every operation.</summary>
    public IReadOnlyCollection<OneCOperation> All => [.. all.Values];

    /// <summary>Starts an operation.</summary>
    /// <param name="polls">How many reads of its state say Active; -1 until it is told to end.</param>
    /// <param name="endsAs">Completed, Failed or Canceled.</param>
    /// <param name="result">The result as JSON text.</param>
    /// <param name="message">The error of a failed one.</param>
    /// <returns>The operation.</returns>
    public OneCOperation Start(int polls = 1, string endsAs = "Completed", string result = "null", string message = "")
    {
        var operation = new OneCOperation { PollsLeft = polls, EndsAs = endsAs, Result = result, Message = message };
        return all[operation.Id] = operation;
    }

    /// <summary>Ends a running operation now.</summary>
    public void Finish(string id, string state = "Completed", string message = "")
    {
        if (!all.TryGetValue(id, out var operation) || operation.State != "Active") return;
        (operation.State, operation.Message) = (state, message.Length > 0 ? message : operation.Message);
    }

    /// <summary>Forgets an operation, as a restarted cluster does.</summary>
    public void Forget(string id) => all.TryRemove(id, out _);

    internal void Cancel(string id) => Finish(id, "Canceled", "Операция отменена");

    /// <summary>State and message; an unknown operation counts as canceled.</summary>
    internal (string State, string Message) Poll(string id)
    {
        if (!all.TryGetValue(id, out var operation)) return ("Canceled", "Операция не найдена");
        operation.Polls++;
        if (operation.State == "Active" && operation.PollsLeft >= 0 && operation.PollsLeft-- == 0) operation.State = operation.EndsAs;
        return (operation.State, operation.Message);
    }

    internal JsonObject Describe(string id)
    {
        var (state, message) = Poll(id);
        var described = new JsonObject { ["id"] = id, ["state"] = state };
        if (state != "Active") described["message"] = message;
        var answer = new JsonObject { ["operation"] = described };
        if (!all.TryGetValue(id, out var operation)) return answer;
        if (state == "Active")
        {
            var percent = Math.Min(99, operation.Polls * 20);
            described["progress"] = new JsonObject { ["percent"] = percent, ["text"] = string.Create(CultureInfo.InvariantCulture, $"Обработано {percent} %") };
        }
        else if (state == "Completed")
        {
            described["messages"] = new JsonArray("Готово");
            answer["result"] = JsonNode.Parse(operation.Result);
        }

        return answer;
    }
}
