namespace Unit.Tests.Exchange;

/// <summary>The call at which a server dies: before it takes effect, or after.</summary>
internal sealed class CrashPoint(int at, bool after)
{
    private int calls;

    public bool IsDead { get; private set; }

    public int Calls => calls;

    public void Before()
    {
        Check();
        calls++;
        if (calls - 1 == at && !after) Die();
    }

    public void After()
    {
        if (calls - 1 == at && after) Die();
    }

    private void Die()
    {
        IsDead = true;
        Check();
    }

    private void Check()
    {
        if (IsDead) throw new CrashException();
    }
}
