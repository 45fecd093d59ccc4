using System.Text;
using Cleverence.Connectivity;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Opens packs layer by layer.</summary>
internal sealed class Aggregates(ZnakCaller caller)
{
    private const int Batch = 1000;
    private const int Deepest = 10;

    /// <summary>Opens packs. A code that is none, or is not known, stands alone.</summary>
    public async ValueTask<AggregateTree> ExpandAsync(ZnakOrganisation organisation, IReadOnlyList<string> codes, string? group, TimeSpan patience, CancellationToken cancellationToken)
    {
        var nodes = codes.Distinct(StringComparer.Ordinal).Select(code => new AggregateNode(code, null, 0)).ToList();
        var seen = nodes.Select(node => node.Code).ToHashSet(StringComparer.Ordinal);
        var layer = nodes.Select(node => node.Code).ToList();
        var cut = false;
        for (var depth = 1; layer.Count > 0; depth++)
        {
            var found = new List<AggregateNode>();
            foreach (var batch in layer.Chunk(Batch)) await ReadAsync(batch).ConfigureAwait(false);
            cut |= depth > Deepest && found.Count > 0;
            if (depth > Deepest) break;
            nodes.AddRange(found);

            // What was given with children already (tobacco gives all layers) need not be asked for again.
            var parents = found.Select(node => node.Parent).ToHashSet(StringComparer.Ordinal);
            layer = [.. found.Where(node => !parents.Contains(node.Code)).Select(node => node.Code)];

            async ValueTask ReadAsync(string[] batch)
            {
                foreach (var (parent, children) in await LayerAsync(organisation, batch, group, patience, cancellationToken).ConfigureAwait(false)) Take(parent, children, depth);
            }

            void Take(string parent, JToken children, int at)
            {
                foreach (var (child, inside) in Children(children))
                {
                    if (!seen.Add(child))
                    {
                        cut = true;
                        continue;
                    }

                    found.Add(new AggregateNode(child, parent, at));
                    if (at < Deepest) Take(child, inside, at + 1);
                }
            }
        }

        return new AggregateTree(nodes) { IsCut = cut };
    }

    private async ValueTask<IReadOnlyList<(string Parent, JToken Children)>> LayerAsync(ZnakOrganisation organisation, string[] codes, string? group, TimeSpan patience, CancellationToken cancellationToken)
    {
        var path = "/api/v3/true-api/cises/aggregated/list" + (string.IsNullOrEmpty(group) ? "" : $"?pg={Uri.EscapeDataString(group)}");
        var request = new ZnakRequest(ZnakService.TrueApi, HttpMethod.Post, path) { Inn = organisation.Inn, Patience = patience, Body = Encoding.UTF8.GetBytes(new JArray(codes).ToString(Formatting.None)) };
        var answer = await caller.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404) return [];
        if (!answer.IsOk) throw ZnakFailures.Of(answer, request);
        if (answer.Json() is not JObject map) throw ZnakFailures.Unreadable(answer, request);
        return [.. map.Properties().Select(property => (property.Name, property.Value))];
    }

    // A map of children, or a list of them; a leaf is an empty one of either.
    private static IEnumerable<(string Code, JToken Inside)> Children(JToken children) => children switch
    {
        JObject map => map.Properties().Select(property => (property.Name, property.Value)),
        JArray list => list.SelectMany(item => item is JObject map ? Children(map) : [(item.TextOf() ?? "", new JArray())]).Where(child => child.Item1.Length > 0),
        _ => [],
    };
}
