using System.Text;
using Cleverence.Connectivity.Marking;
using Dapper;

namespace Server.Storage;

/// <summary>The conditions of a query for codes; every value is bound.</summary>
internal static class MarkingList
{
    public static (string Condition, DynamicParameters Values) Of(MarkingCodeQuery query)
    {
        var text = new StringBuilder("1 = 1");
        var values = new DynamicParameters();
        Add("order_id = @order", "order", query.OrderId);
        Add("gtin = @gtin", "gtin", query.Gtin);
        Add("state = @state", "state", query.State?.ToString());
        if (query.WithTailOnly) text.Append(" AND text <> cis");
        return (text.ToString(), values);

        void Add(string condition, string name, string? value)
        {
            if (value is null) return;
            text.Append(" AND ").Append(condition);
            values.Add(name, value);
        }
    }
}
