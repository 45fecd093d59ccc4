using System.ComponentModel;

namespace Server.Api;

/// <summary>A new key with its secret.</summary>
internal sealed record NewKeyBody([property: Description("What callers send in X-Api-Key. Shown now and never again.")] string Plain, KeyBody Key);
