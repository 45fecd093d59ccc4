namespace Cleverence.Connectivity;

/// <summary>What the server does when a classic connector's call passes its limit. The spelling is the field's.</summary>
public enum TimeoutBehavaior
{
    /// <summary>The caller gets an error.</summary>
    ThrowException,

    /// <summary>The call is tried once more after the first attempt has ended, for methods the configuration lists under <c>reInvoke</c>.</summary>
    ReInvoke,
}
