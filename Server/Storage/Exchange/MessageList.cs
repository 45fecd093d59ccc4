using System.Text;
using Cleverence.Connectivity.Exchange;
using Dapper;

namespace Server.Storage;

/// <summary>The statement that lists messages, oldest first; every value is bound.</summary>
internal static class MessageList
{
    public static (string Text, DynamicParameters Values) Of(string connectorId, ExchangeQuery query)
    {
        var text = new StringBuilder("SELECT ").Append(ExchangeMessageRow.Columns).Append(" FROM exchange_message WHERE connector_id = @connector AND ");
        var values = new DynamicParameters();
        values.Add("connector", connectorId);
        values.Add("limit", query.Limit);
        text.Append(query.Stages is { } stages ? StageText.IsOneOf(stages) : StageText.IsOpen);
        Add(" AND organisation = @organisation", "organisation", query.Organisation);
        Add(" AND document = @document", "document", query.Document);
        if (query.Immediate is { } immediate) text.Append(immediate ? " AND immediate <> 0" : " AND immediate = 0");
        Add(" AND (created_at, message_id) > (SELECT a.created_at, a.message_id FROM exchange_message a WHERE a.connector_id = @connector AND a.message_id = @after)", "after", query.After);
        return (text.Append(" ORDER BY created_at, message_id LIMIT @limit").ToString(), values);

        void Add(string condition, string name, string? value)
        {
            if (value is null) return;
            text.Append(condition);
            values.Add(name, value);
        }
    }
}
