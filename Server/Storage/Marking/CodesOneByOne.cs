using System.Data.Common;

namespace Server.Storage;

/// <summary>Rows one by one with prepared statements: in a file a statement costs microseconds.</summary>
internal sealed class CodesOneByOne : ICodeRows
{
    public (int Added, int Conflicts) Add(DbConnection connection, (string Id, string OrderId) block, IReadOnlyList<BlockCode> codes, long now)
    {
        var (added, conflicts) = (0, 0);
        foreach (var (text, cut) in codes)
        {
            if (MarkingSql.AddCode.Execute(connection, text, cut.Cis, cut.Gtin, cut.Serial, block.OrderId, block.Id, now) > 0) added++;
            else if (MarkingSql.AddConflict.Execute(connection, text, block.Id, cut.Cis, cut.Gtin, block.OrderId, now) > 0) conflicts++;
        }

        return (added, conflicts);
    }

    public int SetState(DbConnection connection, IReadOnlyList<string> cises, string state, long now) => cises.Sum(cis => MarkingSql.SetState.Execute(connection, state, now, cis));
}
