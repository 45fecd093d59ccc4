using System.Text.Json;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>The bytes under which an outcome is kept in a replay store.</summary>
internal static class OutcomeJson
{
    public static InvokeResult Read(byte[] outcome) => throw new NotSupportedException();

    public static byte[] Write(InvokeResult result) => throw new NotSupportedException();
}
